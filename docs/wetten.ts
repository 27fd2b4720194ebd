/** What the matrix writes for a law that stands in many of its cells. */
const afkortingen = [
  ["Wet inburgering 2021", "Wi2021"],
  ["Besluit inburgering 2021", "Bi2021"],
  ["Regeling inburgering 2021", "Ri2021"],
  ["Participatiewet", "Pw"],
  ["Wet gemeentelijke schuldhulpverlening", "Wgs"],
] as const;

/** The abbreviations, to be explained once. */
export const afkortingenTekst = afkortingen.map(([wet, kort]) => `${kort} is ${wet}`).join(", ");

/** A grondslag short enough for a cell: `Participatiewet artikel 67a` is `Pw art. 67a`. A law that is not known stays as it is. */
export function grondslagKort(grondslag: string): string {
  const [wet, kort] = afkortingen.find(([naam]) => grondslag.startsWith(`${naam} `)) ?? ["", ""];
  return grondslag.replace(wet, kort).replace(" artikel ", " art. ");
}
