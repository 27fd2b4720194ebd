import {
  type Feiten,
  geenFeiten,
  groupBy,
  isKetenId,
  type KetenFeiten,
  type Vraag,
} from "@ketenhub/subgraph";
import { feitVan } from "../ketenrelatie/ketenrelatie.ts";
import { openInSql } from "../taak/taak.ts";
import { geldendInSql } from "../toestemming/toestemming.ts";
import { bekendeGemeenten } from "./bekende-gemeenten.ts";

interface FeitenRow {
  readonly id: string;
  readonly partij: string;
  readonly gemeente: string;
  readonly relaties: readonly Parameters<typeof feitVan>[0][];
  readonly toestemmingen: readonly string[];
  readonly openTaken: readonly string[];
}

const relatiesSql = `(SELECT COALESCE(json_agg(json_build_object(
        'doel', k.doel, 'medewerkerId', k.medewerker_id, 'begindatum', k.begindatum, 'einddatum', k.einddatum,
        'beeindigdOp', k.beeindigd_op)), '[]')
      FROM ketenrelatie k WHERE k.nieuwkomer_id = n.id AND k.partij = p.partij AND k.doel = ANY($3::varchar[]))`;
const toestemmingenSql = `(SELECT COALESCE(json_agg(DISTINCT t.gegeven), '[]')
      FROM toestemming t WHERE t.nieuwkomer_id = n.id AND t.partij = p.partij AND ${geldendInSql("t", "$4")})`;
const openTakenSql = `(SELECT COALESCE(json_agg(DISTINCT lower(t.leefgebied)), '[]')
      FROM taak t WHERE t.nieuwkomer_id = n.id AND t.partij = p.partij AND ${openInSql("t")})`;

/** The conditions that weigh more of the keten than in which gemeente somebody lives. */
const weegtKeten = ["betrokken", "eigen-caseload", "toestemming", "eigen-taak"];

/** What no condition weighs is not looked up: it is left empty. */
function feitenSql(weegt: (voorwaarde: string) => boolean): string {
  const when = (isNeeded: boolean, sql: string) => (isNeeded ? sql : "'[]'::json");
  return `
  SELECT n.id, p.partij, n.gemeente,
    ${when(weegt("betrokken") || weegt("eigen-caseload"), relatiesSql)} AS relaties,
    ${when(weegt("toestemming"), toestemmingenSql)} AS toestemmingen,
    ${when(weegt("eigen-taak"), openTakenSql)} AS "openTaken"
  FROM nieuwkomer n CROSS JOIN unnest($2::varchar[]) AS p(partij)
  WHERE n.id = ANY($1::uuid[]) AND $3::varchar[] IS NOT NULL AND $4::timestamptz IS NOT NULL`;
}

/** About which persons, partijen and doelen facts are asked. */
interface FeitenVraag {
  readonly persoonIds: readonly string[];
  readonly partijen: readonly string[];
  readonly doelen: readonly string[];
  /** The conditions that the facts are for; all of them, unless told otherwise. */
  readonly gewogen?: ReadonlySet<string>;
}

/** What the gemeente knows about persons and partijen, by person and by partij: one statement, however many of either. */
export async function loadKetenFeiten(
  { dataSource, moment }: Pick<Vraag, "dataSource" | "moment">,
  { persoonIds, partijen, doelen, gewogen }: FeitenVraag,
): Promise<ReadonlyMap<string, ReadonlyMap<string, KetenFeiten>>> {
  const rows: FeitenRow[] = await dataSource.query(
    feitenSql((voorwaarde) => gewogen?.has(voorwaarde) ?? true),
    [persoonIds, partijen, doelen, moment],
  );
  const byPersoon = groupBy(rows, ({ id }) => id);
  return new Map(
    [...byPersoon].map(([id, of]) => [id, new Map(of.map((row) => [row.partij, toKetenFeiten(row)]))]),
  );
}

/**
 * What the gemeente knows about the caller and persons: at most one statement, however many persons. About somebody who does not
 * exist there is nothing to know, which looks the same as no involvement.
 */
export function createKetenFeiten(
  vraag: Vraag,
): (persoonIds: readonly string[]) => Promise<readonly Feiten[]> {
  const { afnemer, doel } = vraag.caller;
  const weegtOnlyGemeente = !weegtKeten.some((voorwaarde) => vraag.gewogen.has(voorwaarde));
  return async (ids) => {
    const gemeenten = weegtOnlyGemeente ? bekendeGemeenten(vraag) : new Map<string, string>();
    const persoonIds = ids.filter((id) => isKetenId(id) && !gemeenten.has(id));
    const { partij } = afnemer;
    const asked = { persoonIds, partijen: [partij], doelen: [doel], gewogen: vraag.gewogen };
    const found = persoonIds.length > 0 ? await loadKetenFeiten(vraag, asked) : undefined;
    return ids.map((persoonId): Feiten => {
      const gemeente = gemeenten.get(persoonId);
      if (gemeente) return { persoonId, keten: { gemeente, relaties: [], toestemmingen: [], openTaken: [] } };
      const keten = found?.get(persoonId)?.get(partij);
      return keten ? { persoonId, keten } : geenFeiten(persoonId);
    });
  };
}

// Private.
function toKetenFeiten({ gemeente, relaties, toestemmingen, openTaken }: FeitenRow): KetenFeiten {
  return { gemeente, toestemmingen, openTaken, relaties: relaties.map(feitVan) };
}
