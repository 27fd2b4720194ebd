import type { leefgebieden, Voorwaarde } from "./document.ts";
import { delenVan } from "./voorwaarden-in-woorden.ts";

type Naam = ReturnType<typeof delenVan>[0];

// Taalniveau B1, to the nieuwkomer about an organisation. By their types: what is new does not compile without its words.
const uitleg: Readonly<Record<Naam, string>> = {
  geaggregeerd: "Alleen in aantallen over veel mensen. Uw naam staat er niet bij.",
  "eigen-dossier": "Alleen u zelf.",
  betrokken: "Zolang deze organisatie u hiermee helpt.",
  "eigen-register": "Als deze organisatie zelf een dossier van u heeft.",
  "eigen-caseload": "Alleen de medewerker die u begeleidt.",
  "eigen-taak": "Zolang deze organisatie een taak heeft in uw plan.",
  toestemming: "Zolang u het goed vindt. U mag altijd nee zeggen.",
  "eigen-gemeente": "Alleen medewerkers die voor uw gemeente werken.",
  lopend: "Zolang uw vaste rekeningen voor u worden betaald.",
};

const onderwerpen: Readonly<Record<(typeof leefgebieden)[number], string>> = {
  financien: "geld",
  zorg: "gezondheid",
  samenleving: "inburgeren of school",
  werk: "werk",
  ontmoeten: "mensen leren kennen",
};

const nogKortDaarna = "Zolang deze organisatie u hiermee helpt, en nog kort daarna.";

/** Every condition in plain words (taalniveau B1), by name and, where it has one, by its subject. */
export const uitlegVoorwaarden: readonly string[] = [
  ...Object.values(uitleg),
  ...Object.values(onderwerpen).map(taakOver),
  nogKortDaarna,
];

/** A condition in plain words (taalniveau B1), as the nieuwkomer reads it where it is asked for this doel. */
export function uitlegVan(voorwaarde: Voorwaarde, doel: { readonly naloop?: string | undefined }): string {
  if (voorwaarde === "betrokken" && doel.naloop) return nogKortDaarna;
  if (typeof voorwaarde !== "string" && "eigen-taak" in voorwaarde)
    return taakOver(onderwerpen[voorwaarde["eigen-taak"]]);
  return uitleg[delenVan(voorwaarde)[0]];
}

// Private.
function taakOver(onderwerp: string): string {
  return `Zolang deze organisatie een taak heeft in uw plan die gaat over ${onderwerp}.`;
}
