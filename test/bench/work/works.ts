import type { People } from "../world/people.ts";
import { caseload } from "./caseload.ts";
import { dossier } from "./dossier.ts";
import { meldVoortgang } from "./meld-voortgang.ts";
import { register } from "./register.ts";
import type { Work } from "./work.ts";

/** The caseload by which is told what protection costs, and on which the hub wants to be faster than others. */
export const caseloadVan52 = "caseload van 52";

/** The dossier on which the hub wants to be faster than others. */
export const eenDossier = "dossier van één persoon";

/** All that is measured. */
export async function works(people: People): Promise<readonly Work[]> {
  return [
    await caseload(52, people),
    await caseload(500, people),
    await dossier(people),
    meldVoortgang(people),
    register(people),
  ];
}
