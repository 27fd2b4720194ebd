import type { Voorwaarde, Vraag } from "@ketenhub/subgraph";
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
    AND (k.einddatum IS NULL OR k.einddatum + CAST(:naloop AS integer) >= CAST(:dag AS date))
    AND (k.beeindigd_op IS NULL OR k.beeindigd_op > :moment)`;

const openTaak = `
  SELECT 1 FROM taak t WHERE t.nieuwkomer_id = n.id AND t.partij = :partij AND ${openInSql("t")}`;

/** Each condition of the protocol in SQL. What cannot be said about a nieuwkomer here is false: nobody comes in by it. */
const inSql: Readonly<Record<string, string>> = {
  betrokken: `EXISTS (${lopendeRelatie})`,
  "eigen-caseload": `EXISTS (${lopendeRelatie} AND k.medewerker_id = :medewerkerId)`,
  "eigen-gemeente": "n.gemeente = ANY(:gemeenten)",
  "eigen-dossier": "n.id::text = :eigenId",
  "eigen-taak": `EXISTS (${openTaak})`,
};

/**
 * About whom the caller may read a gegeven, in SQL: the same articles and conditions as the decision about one person, so that a
 * list holds exactly the people for whom that decision would be yes, before it is counted and paged.
 */
export function bereikOf(vraag: Vraag, gegeven: string): Bereik {
  const { afnemer, doel } = vraag.caller;
  const alternatives = vraag.scope("lezen", gegeven).map((voorwaarden) => {
    const parts = voorwaarden.map((voorwaarde) => conditionInSql(voorwaarde, gegeven));
    return parts.length > 0 ? `(${parts.join(" AND ")})` : "FALSE";
  });
  return {
    sql: alternatives.length > 0 ? `(${alternatives.join(" OR ")})` : "FALSE",
    parameters: {
      partij: afnemer.partij,
      doel,
      dag: vraag.dag,
      moment: vraag.moment,
      naloop: vraag.protocol.naloop.get(doel) ?? 0,
      medewerkerId: afnemer.medewerkerId,
      gemeenten: afnemer.gemeenten,
      eigenId: afnemer.nieuwkomerId ?? null,
    },
  };
}

// Private: what is named in the SQL (a gegeven, a leefgebied) is one of the protocol's own names, so it can stand there.
function conditionInSql(voorwaarde: Voorwaarde, gegeven: string): string {
  if (voorwaarde === "toestemming") {
    return `EXISTS (SELECT 1 FROM toestemming s WHERE s.nieuwkomer_id = n.id AND s.partij = :partij
      AND s.gegeven = '${gegeven}' AND ${geldendInSql("s", ":moment")})`;
  }
  if (typeof voorwaarde === "string") return inSql[voorwaarde] ?? "FALSE";
  if (!("eigen-taak" in voorwaarde)) return "FALSE";
  return `EXISTS (${openTaak} AND t.leefgebied = '${voorwaarde["eigen-taak"].toUpperCase()}')`;
}
