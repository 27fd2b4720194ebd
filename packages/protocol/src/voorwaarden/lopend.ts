import { dagVan } from "../dag.ts";
import { overPersoon, type Toets } from "./toets.ts";

/** Something with an end still runs today, its last day included; for ontzorgen: Participatiewet, article 56a. */
export function lopend(wat: string): Toets {
  return overPersoon((persoon, { verzoek }) => {
    if (!persoon.lopend || !Object.hasOwn(persoon.lopend, wat)) return "TOEGANG_ONBEKEND";
    const totEnMet = persoon.lopend[wat];
    return totEnMet !== undefined && dagVan(verzoek.moment) <= totEnMet ? undefined : "TERMIJN_VERSTREKEN";
  });
}
