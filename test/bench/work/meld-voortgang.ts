import { randomUUID } from "node:crypto";
import { vrijwilliger } from "../asker.ts";
import type { People } from "../world/people.ts";
import type { Work } from "./work.ts";

/** A mutation that can be repeated: Humanitas puts down how a task stands. Each worker has a task of its own. */
export function meldVoortgang({ taken }: People): Work {
  return {
    naam: "mutatie (meldVoortgang)",
    asker: vrijwilliger,
    query: `mutation MeldVoortgang($input: MeldVoortgangInput!) {
      meldVoortgang(input: $input) { taak { id status versie laatsteMelding } } }`,
    path: "/meld-voortgang",
    compared: 1,
    check({ meldVoortgang: { taak } }) {
      if (taak.versie !== 1 + (taken[0]?.versie ?? 0)) throw new Error("Expected a version of one more.");
    },
    begin() {
      const versies = taken.map(({ versie }) => versie);
      return {
        next: (worker) => ({
          input: {
            taakId: taken[worker]?.id,
            status: "BEZIG",
            versie: versies[worker],
            idempotentieSleutel: randomUUID(),
          },
        }),
        heard(worker) {
          versies[worker] = (versies[worker] ?? 0) + 1;
        },
      };
    },
  };
}
