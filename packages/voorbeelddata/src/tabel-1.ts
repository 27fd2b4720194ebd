import { type Dag, dag } from "./dagen.ts";
import { type Oudewetter, oudewetters } from "./oudewetters.ts";
import type { Geslacht } from "./tabellen/gemeente.ts";

// TABEL 1 of the notitie: the 52 people who had an uitkering of WPDA in November 2019. It gives nationaliteit,
// leeftijd and geslacht apart from each other, so how they go together in one person is made up here.

/** What TABEL 1 says of one of the 52. */
export interface Tabel1Persoon {
  readonly nationaliteit: string | null;
  readonly geslacht: Geslacht;
  readonly geboortedatum: Dag;
}

const nederlandse = "NEDERLANDSE";
const nationaliteiten: readonly (readonly [string | null, number])[] = [
  ["SYRISCHE", 26],
  ["ERITRESE", 13],
  ["LIBISCHE", 1],
  ["BURGER VAN NIGERIA", 1],
  ["IRAAKSE", 1],
  ["SOEDANESE", 1],
  ["STAATLOOS", 2],
  [null, 3],
];
const AANTAL_NEDERLANDSE = 4;
const AANTAL_MANNEN = 34;
const AANTAL = 52;

/** 18-27: eleven people. They go to who came last, as nobody has a plicht as a child. */
const jongste = [20, 21, 21, 22, 22, 23, 24, 24, 25, 26, 27];

/** 28-35: eighteen, of whom two are younger than thirty; 36-45: thirteen; 46-55: nine; 56-65: one. */
const oudere = [
  ...[28, 29, 30, 30, 30, 31, 31, 31, 32, 32, 33, 33, 33, 34, 34, 34, 35, 35],
  ...[36, 36, 37, 38, 38, 39, 40, 41, 42, 42, 43, 44, 45],
  ...[46, 47, 48, 49, 50, 51, 52, 53, 55],
  ...[58],
];

/** The 52 by volgnummer. Who is plichtig mostly has an uitkering, who is voldaan mostly has not. */
export const tabel1: ReadonlyMap<number, Tabel1Persoon> = personen();

// Private.
function personen(): Map<number, Tabel1Persoon> {
  const withStand = (soort: string) => oudewetters.filter(({ stand }) => stand.soort === soort);
  // The oldest voldaan come first: only they can have become Dutch by 2019.
  const ontvangers = [
    ...evenly(withStand("VOLDAAN"), 10),
    ...evenly(withStand("ONTHEVEN"), 12),
    ...evenly(withStand("PLICHTIG"), 30),
  ];
  const leeftijden = leeftijdenVan(ontvangers);
  const geslachten = mixed(
    Array.from({ length: AANTAL }, (_, i): Geslacht => (i < AANTAL_MANNEN ? "M" : "V")),
    11,
  );
  const overige = mixed(
    nationaliteiten.flatMap(([nationaliteit, aantal]) => Array<string | null>(aantal).fill(nationaliteit)),
    7,
  );
  const herkomst = [...Array<string>(AANTAL_NEDERLANDSE).fill(nederlandse), ...overige];

  return new Map(
    ontvangers.map(({ volgnummer }, index) => [
      volgnummer,
      {
        nationaliteit: herkomst[index] ?? null,
        geslacht: geslachten[index] ?? "O",
        geboortedatum: geborenVoor(leeftijden.get(volgnummer) ?? 0, volgnummer),
      },
    ]),
  );
}

// Private: the youngest to who came last, the others in turn.
function leeftijdenVan(ontvangers: readonly Oudewetter[]): Map<number, number> {
  const lastFirst = ontvangers.toSorted((a, b) => b.begin - a.begin);
  const leeftijden = [...jongste, ...mixed(oudere, 9)];
  return new Map(lastFirst.map(({ volgnummer }, index) => [volgnummer, leeftijden[index] ?? 0]));
}

// Private: so many years old during the whole of November 2019, so born from January to October.
function geborenVoor(leeftijd: number, volgnummer: number): Dag {
  const maand = String(1 + (volgnummer % 10)).padStart(2, "0");
  const dagVanMaand = String(1 + ((volgnummer * 11) % 28)).padStart(2, "0");
  return dag(`${2019 - leeftijd}-${maand}-${dagVanMaand}`);
}

// Private: so many from the whole length of a list.
function evenly<T>(list: readonly T[], aantal: number): T[] {
  return list.filter(
    (_, i) => Math.floor(((i + 1) * aantal) / list.length) > Math.floor((i * aantal) / list.length),
  );
}

// Private: the same elements in another order, by counting around the list with a step prime to its length.
function mixed<T>(list: readonly T[], step: number): T[] {
  return list.map((_, i) => list[(i * step) % list.length] as T);
}
