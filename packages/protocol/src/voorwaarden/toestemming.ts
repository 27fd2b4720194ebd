import { overPersoon } from "./toets.ts";

/** The person consented to share this gegeven with the caller's partij, and did not withdraw it (AVG, article 7). */
export const toestemming = overPersoon((persoon, { verzoek }) => {
  if (!persoon.keten) return "TOEGANG_ONBEKEND";
  return persoon.keten.toestemmingen.includes(verzoek.gegeven) ? undefined : "GEEN_TOESTEMMING";
});
