import { alternativesInSql, isKetenId, type Voorwaarde, type Vraag } from "@ketenhub/subgraph";
import type { ObjectLiteral } from "typeorm";
import { openInSql } from "../taak/taak.ts";
import { geldendInSql } from "../toestemming/toestemming.ts";

/** A condition in SQL about `n`, the row of a nieuwkomer. */
export interface Bereik {
  readonly sql: string;
  readonly parameters: ObjectLiteral;
}

const lopendeRelatie = `
  SELECT 1 FROM ketenrelatie k
  WHERE k.nieuwkomer_id = n.id AND k.partij = :partij AND k.doel = :doel AND k.begindatum <= :dag
    AND (k.einddatum IS NULL OR k.einddatum >= CAST(:dag AS date) - CAST(:naloop AS integer))
    AND (k.beeindigd_op IS NULL OR k.beeindigd_op > :moment)`;

const openTaak = `
  SELECT 1 FROM taak t WHERE t.nieuwkomer_id = n.id AND t.partij = :partij AND ${openInSql("t")}`;

/** Each condition of the protocol in SQL. By what cannot be said about a nieuwkomer here, nobody comes in. */
const inSql: Readonly<Record<string, string>> = {
  betrokken: `EXISTS (${lopendeRelatie})`,
  "eigen-caseload": `EXISTS (${lopendeRelatie} AND k.medewerker_id = :medewerkerId)`,
  "eigen-gemeente": "n.gemeente = ANY(:gemeenten)",
  "eigen-dossier": "n.id = CAST(:eigenId AS uuid)",
  "eigen-taak": `EXISTS (${openTaak})`,
};

/**
 * About whom the caller may read all of these gegevens, in SQL: the same articles and conditions as the decision about one person, so
 * that a list holds exactly the people for whom that decision would be yes, before it is counted and paged. What several gegevens
 * ask is asked once, and what the list itself makes certain of its people not at all.
 */
export function bereikOf(
  vraag: Vraag,
  gegevens: readonly [string, ...string[]],
  zeker: readonly string[] = [],
): Bereik {
  const { afnemer, doel } = vraag.caller;
  const alternatives = gegevens
    .map((gegeven) => alternativesFor(vraag, gegeven, zeker))
    .reduce((sofar, more) => sofar.flatMap((one) => more.map((other) => [...one, ...other])));
  return {
    sql: alternativesInSql(alternatives),
    parameters: {
      partij: afnemer.partij,
      doel,
      dag: vraag.dag,
      moment: vraag.moment,
      naloop: vraag.protocol.naloop.get(doel) ?? 0,
      medewerkerId: afnemer.medewerkerId,
      gemeenten: afnemer.gemeenten,
      eigenId: isKetenId(afnemer.nieuwkomerId) ? afnemer.nieuwkomerId : null,
    },
  };
}

// Private: an article without conditions is a mistake, and lets nobody in, also not beside other gegevens.
function alternativesFor(
  vraag: Vraag,
  gegeven: string,
  zeker: readonly string[],
): readonly (readonly (string | undefined)[])[] {
  return vraag
    .scope("lezen", gegeven)
    .map((voorwaarden) =>
      voorwaarden.length > 0
        ? voorwaarden.map((voorwaarde) =>
            typeof voorwaarde === "string" && zeker.includes(voorwaarde)
              ? "TRUE"
              : conditionInSql(voorwaarde, gegeven),
          )
        : [undefined],
    );
}

// What is named in the SQL (a gegeven, a leefgebied) is one of the protocol's own names, so it can stand there.
function conditionInSql(voorwaarde: Voorwaarde, gegeven: string): string | undefined {
  if (voorwaarde === "toestemming") {
    return `EXISTS (SELECT 1 FROM toestemming s WHERE s.nieuwkomer_id = n.id AND s.partij = :partij
      AND s.gegeven = '${gegeven}' AND ${geldendInSql("s", ":moment")})`;
  }
  if (typeof voorwaarde === "string") return inSql[voorwaarde];
  if (!("eigen-taak" in voorwaarde)) return undefined;
  return `EXISTS (${openTaak} AND t.leefgebied = '${voorwaarde["eigen-taak"].toUpperCase()}')`;
}
