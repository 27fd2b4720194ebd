import { overPersoon } from "./toets.ts";

/** The person's gemeente is one for which the caller works. */
export const eigenGemeente = overPersoon((persoon, { verzoek }) => {
  if (!persoon.keten && !persoon.register) return "TOEGANG_ONBEKEND";
  const isOwn = (gemeente: string | undefined) =>
    gemeente !== undefined && verzoek.afnemer.gemeenten.includes(gemeente);
  const own = isOwn(persoon.keten?.gemeente) || persoon.register?.dossiers.some((one) => isOwn(one.gemeente));
  return own ? undefined : "ANDERE_GEMEENTE";
});
