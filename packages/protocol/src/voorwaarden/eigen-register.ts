import { overPersoon } from "./toets.ts";

/**
 * The person has an open dossier, for this doel, in the register of the caller's own partij. What a bronhouder itself knows
 * needs no proof from the gemeente: so a partner keeps working in its own register when the gemeente is down.
 */
export const eigenRegister = overPersoon((persoon, { verzoek }) =>
  persoon.register?.dossiers.some(({ doelen }) => doelen.includes(verzoek.doel))
    ? undefined
    : "NIET_BETROKKEN",
);
