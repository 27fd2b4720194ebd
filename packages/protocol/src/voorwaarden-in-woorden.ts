import type { Voorwaarde } from "./document.ts";

type NaamVan<V> = V extends string ? V : keyof V & string;
type Naam = NaamVan<Voorwaarde>;

/** Each condition in words, after "als"; with its subject when it has one. A condition without words does not compile. */
const woorden: Readonly<Record<Naam, (onderwerp?: string) => string>> = {
  betrokken: () =>
    "er loopt nu een ketenrelatie van deze partij met deze persoon, voor dit doel (om te lezen telt de naloop van het doel mee)",
  "eigen-caseload": () => "die ketenrelatie, of het dossier in het eigen register, noemt deze medewerker",
  "eigen-gemeente": () => "de persoon hoort bij een gemeente waarvoor de medewerker werkt",
  "eigen-dossier": () => "wie het vraagt is de persoon zelf",
  "eigen-taak": (leefgebied) =>
    `in het PIP van de persoon staat een open taak van deze partij${opLeefgebied(leefgebied)}`,
  "eigen-register": () =>
    "de persoon heeft voor dit doel een open dossier in het register van de partij zelf",
  toestemming: () => "de persoon gaf deze partij toestemming voor dit gegeven, en trok haar niet in",
  lopend: (wat) => `de periode van ${wat ?? "iets met een einde"} loopt nu`,
  geaggregeerd: () => "alleen als telling over een groep, nooit over een persoon",
};

/** Every condition that an article can have, by name, whether or not one has it. */
export const voorwaardenInWoorden: readonly { readonly naam: Naam; readonly woorden: string }[] = (
  Object.keys(woorden) as Naam[]
).map((naam) => ({ naam, woorden: woorden[naam]() }));

/** A condition in words, as a part of a Dutch sentence that starts with "als". */
export function inWoorden(voorwaarde: Voorwaarde): string {
  const [naam, onderwerp] = delenVan(voorwaarde);
  return woorden[naam](onderwerp);
}

/** A condition as it stands in an article: `betrokken`, or with its subject `lopend: ontzorgen`. */
export function schrijfwijze(voorwaarde: Voorwaarde): string {
  return delenVan(voorwaarde).join(": ");
}

/** The name of a condition, and its subject when it has one. */
export function delenVan(voorwaarde: Voorwaarde): readonly [naam: Naam, onderwerp?: string] {
  if (typeof voorwaarde === "string") return [voorwaarde];
  const [deel] = Object.entries(voorwaarde) as [Naam, string][];
  if (!deel) throw new TypeError("Een voorwaarde zonder naam kan niet worden opgeschreven.");
  return deel;
}

// Private.
function opLeefgebied(leefgebied: string | undefined): string {
  if (leefgebied === undefined) return "";
  return `, op het leefgebied ${leefgebied === "financien" ? "financiën" : leefgebied}`;
}
