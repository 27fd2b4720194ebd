import type { Dag } from "../dagen.ts";
import type { Examenonderdeel, Examenuitslag, Regime, Taalniveau } from "../tabellen/gemeente.ts";
import type { Willekeur } from "../willekeur.ts";

/** One attempt at one part of the exam. */
export interface Examen {
  readonly onderdeel: Examenonderdeel;
  readonly niveau: Taalniveau | null;
  readonly resultaat: Examenuitslag;
  readonly dag: Dag;
}

const taalonderdelen = ["LE", "LU", "SC", "SP"] as const;

/** The parts that make up the whole exam under a law, those about language last. */
const onderdelen: Record<Regime, readonly Examenonderdeel[]> = {
  WI2013: ["KNM", "ONA", ...taalonderdelen],
  WI2021: ["KNM", ...taalonderdelen],
};

/** One attempt; only the four parts about language have a level. */
export function examen(
  onderdeel: Examenonderdeel,
  niveau: Taalniveau,
  resultaat: Examenuitslag,
  dag: Dag,
): Examen {
  const isTaal = onderdeel !== "KNM" && onderdeel !== "ONA";
  return { onderdeel, niveau: isTaal ? niveau : null, resultaat, dag };
}

/** What it took to pass the whole exam between two days: each part passed once, the last on the last day. */
export function geslaagdeExamens(
  random: Willekeur,
  keuze: {
    regime: Regime;
    niveau: Taalniveau;
    van: Dag;
    tot: Dag;
    reedsGeslaagd?: readonly Examenonderdeel[];
  },
): Examen[] {
  const { niveau, van, tot } = keuze;
  const nodig = onderdelen[keuze.regime].filter((onderdeel) => !keuze.reedsGeslaagd?.includes(onderdeel));
  const step = (tot - van) / nodig.length;

  return nodig.flatMap((onderdeel, index) => {
    const dag = tot - Math.floor((nodig.length - 1 - index) * step);
    const geslaagd = examen(onderdeel, niveau, "GESLAAGD", dag);
    const eersteKeer = Math.floor(dag - step / 2);
    return random.kans(0.25) ? [examen(onderdeel, niveau, "GEZAKT", eersteKeer), geslaagd] : [geslaagd];
  });
}

/** Four attempts at every chance and no success: what an ontheffing for effort asks (Wi2013, AGI). */
export function vergeefseExamens(van: Dag, tot: Dag): Examen[] {
  const step = Math.floor((tot - van) / 4);
  return [0, 1, 2, 3].map((poging) => examen("LE", "A2", "GEZAKT", van + poging * step));
}
