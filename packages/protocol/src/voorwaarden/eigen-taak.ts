import { overPersoon, type Toets } from "./toets.ts";

/**
 * The caller's partij has an open task in this person's PIP, on this leefgebied when one is named: who works there knows the goals
 * there, and no others (notitie, paragraphs 4.4 and 4.5).
 */
export function eigenTaak(leefgebied?: string): Toets {
  return overPersoon((persoon) => {
    if (!persoon.keten) return "TOEGANG_ONBEKEND";
    const { openTaken } = persoon.keten;
    const heeftTaak = leefgebied === undefined ? openTaken.length > 0 : openTaken.includes(leefgebied);
    return heeftTaak ? undefined : "GEEN_TAAK";
  });
}
