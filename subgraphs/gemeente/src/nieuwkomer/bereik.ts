import type { Vraag } from "@ketenhub/subgraph";
import type { ObjectLiteral } from "typeorm";

/** A condition in SQL about `n`, the row of a nieuwkomer. */
export interface Bereik {
  readonly sql: string;
  readonly parameters: ObjectLiteral;
}

const lopendeRelatie = `
  SELECT 1 FROM ketenrelatie k
  WHERE k.nieuwkomer_id = n.id AND k.partij = :partij AND k.doel = :doel AND k.begindatum <= :dag
    AND (k.einddatum IS NULL OR k.einddatum >= :dag) AND (k.beeindigd_op IS NULL OR k.beeindigd_op > :moment)`;

/** Each condition of the protocol in SQL. What cannot be said about a nieuwkomer here is false: nobody comes in by it. */
const inSql: Readonly<Record<string, string>> = {
  betrokken: `EXISTS (${lopendeRelatie})`,
  "eigen-caseload": `EXISTS (${lopendeRelatie} AND k.medewerker_id = :medewerkerId)`,
  "eigen-gemeente": "n.gemeente = ANY(:gemeenten)",
  "eigen-dossier": "n.id::text = :eigenId",
  "eigen-taak": "EXISTS (SELECT 1 FROM taak t WHERE t.nieuwkomer_id = n.id AND t.partij = :partij)",
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
      medewerkerId: afnemer.medewerkerId,
      gemeenten: afnemer.gemeenten,
      eigenId: afnemer.nieuwkomerId ?? null,
    },
  };
}

// Private: consent is given per gegeven; its name is one of the protocol's own, so it can stand in the SQL.
function conditionInSql(voorwaarde: unknown, gegeven: string): string {
  if (voorwaarde === "toestemming") {
    return `EXISTS (SELECT 1 FROM toestemming s WHERE s.nieuwkomer_id = n.id AND s.partij = :partij
      AND s.gegeven = '${gegeven}' AND s.gegeven_op <= :moment AND (s.ingetrokken_op IS NULL OR s.ingetrokken_op > :moment))`;
  }
  return (typeof voorwaarde === "string" && Object.hasOwn(inSql, voorwaarde) && inSql[voorwaarde]) || "FALSE";
}
