import { overPersoon } from "./toets.ts";

/** The caller's partij has a task in this person's PIP (notitie, paragraph 4.4). */
export const eigenTaak = overPersoon((persoon) => {
  if (!persoon.keten) return "TOEGANG_ONBEKEND";
  return persoon.keten.heeftTaak ? undefined : "GEEN_TAAK";
});
