import type { Dossierregister, Vraag } from "@ketenhub/subgraph";
import { Klantdossier } from "../klantdossier/klantdossier.ts";

/**
 * The register of WPDA. Every dossier serves the bijstand; it serves reintegratie when a coach is named in it, and ontzorgen when
 * the fixed costs were ever paid from the bijstand.
 */
export const klantdossierRegister: Dossierregister<Klantdossier> = {
  bronhouder: "wpda",
  gegeven: "klantdossier",
  entity: Klantdossier,
  tabel: "klantdossier",
  begin: "begindatum",
  doelen: {
    bijstand: "TRUE",
    reintegratie: "d.werkcoach_id IS NOT NULL OR d.participatiecoach_id IS NOT NULL",
    ontzorgen: "EXISTS (SELECT 1 FROM ontzorgen o WHERE o.nieuwkomer_id = d.nieuwkomer_id)",
  },
  medewerkers: ["klantmanager_id", "werkcoach_id", "participatiecoach_id"],
};

/**
 * Until which day ontzorgen runs for each person, in one statement. Everybody gets an answer: never begun, over, and nobody must
 * look the same to who may not know.
 */
export async function lopendOntzorgen({ dataSource, dag }: Vraag, persoonIds: readonly string[]) {
  const rows: { nieuwkomerId: string; einddatum: string }[] = await dataSource.query(
    `SELECT nieuwkomer_id AS "nieuwkomerId", einddatum::text AS einddatum FROM ontzorgen
      WHERE nieuwkomer_id = ANY($1::uuid[]) AND begindatum <= $2`,
    [persoonIds, dag],
  );
  const found = new Map(rows.map(({ nieuwkomerId, einddatum }) => [nieuwkomerId, einddatum]));
  return new Map(persoonIds.map((id) => [id, { ontzorgen: found.get(id) }]));
}
