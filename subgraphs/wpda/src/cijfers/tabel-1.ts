import type { Cel } from "@ketenhub/subgraph";
import type { Groep } from "./count-uitkeringen.ts";

/** The counts of TABEL 1 of the notitie (paragraph 3.2.2), before anything is hidden. */
export interface Tabel1 {
  readonly totaal: Cel;
  readonly naarNationaliteit: readonly Cel[];
  readonly naarLeeftijd: readonly Cel[];
  readonly naarGeslacht: readonly Cel[];
  readonly jongerDanDertig: Cel;
}

/** The age groups below thirty and the one that thirty falls in: with them can be worked out who is near thirty. */
export const groepenRondDertig: readonly string[] = ["<18", "18-27", "28-35"];

/** The categories of TABEL 1 that are there whatever the counts; others are there when somebody is in them. */
export const vasteCategorieen: readonly string[] = ["18-27", "28-35", "36-45", "46-55", "56-65", "M", "V"];

/** From which age each group begins. */
const leeftijdsgroepen = [
  ["18-27", 18],
  ["28-35", 28],
  ["36-45", 36],
  ["46-55", 46],
  ["56-65", 56],
  ["66+", 66],
] as const;

/** Puts counted groups together into TABEL 1: nationaliteiten by size, ages from young to old. */
export function tabel1Van(groepen: readonly Groep[]): Tabel1 {
  const tel = (categorie: string, hoortErbij: (groep: Groep) => boolean): Cel => ({
    categorie,
    aantal: groepen.filter(hoortErbij).reduce((sum, { aantal }) => sum + aantal, 0),
  });
  const nationaliteiten = [...new Set(groepen.map(({ nationaliteit }) => nationaliteit))];
  const leeftijden = ["<18", ...leeftijdsgroepen.map(([categorie]) => categorie), "ONBEKEND"];
  return {
    totaal: tel("TOTAAL", () => true),
    naarNationaliteit: nationaliteiten
      .map((naam) => tel(naam, ({ nationaliteit }) => nationaliteit === naam))
      .sort((left, right) => right.aantal - left.aantal || byName(left, right)),
    naarLeeftijd: leeftijden
      .map((naam) => tel(naam, ({ leeftijd }) => leeftijdsgroepVan(leeftijd) === naam))
      .filter(hasPlace),
    naarGeslacht: ["M", "V", "O"]
      .map((naam) => tel(naam, ({ geslacht }) => geslacht === naam))
      .filter(hasPlace),
    jongerDanDertig: tel("<30", ({ leeftijd }) => leeftijd !== null && leeftijd < 30),
  };
}

/** Orders by the name of the category, as its characters come. */
export function byName(left: { readonly categorie: string }, right: { readonly categorie: string }): number {
  return left.categorie < right.categorie ? -1 : left.categorie > right.categorie ? 1 : 0;
}

// Private.
function leeftijdsgroepVan(leeftijd: number | null): string {
  if (leeftijd === null) return "ONBEKEND";
  return leeftijdsgroepen.findLast(([, vanaf]) => vanaf <= leeftijd)?.[0] ?? "<18";
}

function hasPlace({ categorie, aantal }: Cel): boolean {
  return aantal > 0 || vasteCategorieen.includes(categorie);
}
