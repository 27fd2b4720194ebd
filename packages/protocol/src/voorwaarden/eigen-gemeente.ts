import { overPersoon } from "./toets.ts";

/** The person's gemeente is one for which the caller works. */
export const eigenGemeente = overPersoon((persoon, { verzoek }) => {
  if (!persoon.keten && !persoon.register) return "TOEGANG_ONBEKEND";
  const { gemeenten } = verzoek.afnemer;
  const gemeente = persoon.keten?.gemeente;
  if (gemeente !== undefined && gemeenten.includes(gemeente)) return undefined;
  const inRegister = persoon.register?.dossiers.some((dossier) => gemeenten.includes(dossier.gemeente));
  return inRegister ? undefined : "ANDERE_GEMEENTE";
});
