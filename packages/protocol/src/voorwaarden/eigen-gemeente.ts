import { overPersoon } from "./toets.ts";

/** The person's gemeente is one for which the caller works. */
export const eigenGemeente = overPersoon((persoon, { verzoek }) => {
  if (!persoon.keten && !persoon.register) return "TOEGANG_ONBEKEND";
  const gemeenten = [
    persoon.keten?.gemeente,
    ...(persoon.register?.dossiers ?? []).map(({ gemeente }) => gemeente),
  ];
  const own = gemeenten.some(
    (gemeente) => gemeente !== undefined && verzoek.afnemer.gemeenten.includes(gemeente),
  );
  return own ? undefined : "ANDERE_GEMEENTE";
});
