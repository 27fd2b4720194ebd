import { type Feiten, geenFeiten, isKetenId, type KetenFeiten, type Vraag } from "@ketenhub/subgraph";
import DataLoader from "dataloader";

interface FeitenRow {
  readonly id: string;
  readonly gemeente: string;
  readonly relaties: readonly {
    readonly doel: string;
    readonly medewerkerId: string | null;
    readonly begindatum: string;
    readonly einddatum: string | null;
    readonly beeindigdOp: string | null;
  }[];
  readonly toestemmingen: readonly string[];
  readonly heeftTaak: boolean;
}

const feitenSql = `
  SELECT n.id, n.gemeente,
    (SELECT COALESCE(json_agg(json_build_object(
        'doel', k.doel, 'medewerkerId', k.medewerker_id, 'begindatum', k.begindatum, 'einddatum', k.einddatum,
        'beeindigdOp', k.beeindigd_op)), '[]')
      FROM ketenrelatie k WHERE k.nieuwkomer_id = n.id AND k.partij = $2 AND k.doel = $3) AS relaties,
    (SELECT COALESCE(json_agg(DISTINCT t.gegeven), '[]')
      FROM toestemming t WHERE t.nieuwkomer_id = n.id AND t.partij = $2 AND t.gegeven_op <= $4
        AND (t.ingetrokken_op IS NULL OR t.ingetrokken_op > $4)) AS toestemmingen,
    EXISTS (SELECT 1 FROM taak WHERE taak.nieuwkomer_id = n.id AND taak.partij = $2) AS "heeftTaak"
  FROM nieuwkomer n WHERE n.id = ANY($1::uuid[])`;

/**
 * What the gemeente knows about the caller and persons: one statement, however many persons. About somebody who does not exist
 * there is nothing to know, which looks the same as no involvement.
 */
export function createKetenFeiten(vraag: Vraag): (persoonId: string) => Promise<Feiten> {
  const { partij } = vraag.caller.afnemer;
  const loader = new DataLoader(
    async (ids: readonly string[]) => {
      const rows: FeitenRow[] = await vraag.dataSource.query(feitenSql, [
        ids,
        partij,
        vraag.caller.doel,
        vraag.moment,
      ]);
      const found = new Map(rows.map((row) => [row.id, { persoonId: row.id, keten: toKetenFeiten(row) }]));
      return ids.map((id): Feiten => found.get(id) ?? geenFeiten(id));
    },
    { cache: false },
  );
  return (persoonId) =>
    isKetenId(persoonId) ? loader.load(persoonId) : Promise.resolve(geenFeiten(persoonId));
}

// Private.
function toKetenFeiten({ gemeente, relaties, toestemmingen, heeftTaak }: FeitenRow): KetenFeiten {
  return {
    gemeente,
    toestemmingen,
    heeftTaak,
    relaties: relaties.map(({ doel, begindatum, einddatum, medewerkerId, beeindigdOp }) => ({
      doel,
      begindatum,
      ...(einddatum === null ? {} : { einddatum }),
      ...(medewerkerId === null ? {} : { medewerkerId }),
      ...(beeindigdOp === null ? {} : { beeindigdOp: new Date(beeindigdOp) }),
    })),
  };
}
