import { dag, row } from "./parts.ts";

/** Puts down how task $1 stands: status $2, in version $3, once for key $4. */
export const meldVoortgang = `
  WITH claimed AS (
    INSERT INTO idempotentie (beller, sleutel, opdracht, aangemaakt_op) VALUES ('bench', $4, '', now())
    ON CONFLICT DO NOTHING RETURNING 1),
  changed AS (
    UPDATE taak SET status = $2, laatste_melding = ${dag}, versie = versie + 1
    WHERE id = $1 AND versie = $3 AND EXISTS (SELECT 1 FROM claimed) RETURNING *)
  SELECT ${row(
    `meldVoortgang: ${row(`taak: ${row("id", "status", "versie", "laatsteMelding: laatste_melding")}`)}`,
  )}::text AS data FROM changed`;
