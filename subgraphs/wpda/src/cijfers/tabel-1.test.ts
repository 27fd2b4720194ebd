import { describe, expect, it } from "vitest";
import type { Groep } from "./count-uitkeringen.ts";
import { tabel1Van } from "./tabel-1.ts";

const groep = (over: Partial<Groep>): Groep => ({
  nationaliteit: "SYRISCHE",
  geslacht: "M",
  leeftijd: 30,
  aantal: 1,
  ...over,
});
const leeftijden = (...leeftijden: (number | null)[]) =>
  tabel1Van(leeftijden.map((leeftijd) => groep({ leeftijd })))
    .naarLeeftijd.filter(({ aantal }) => aantal > 0)
    .map(({ categorie, aantal }) => `${categorie}: ${aantal}`);

describe("TABEL 1", () => {
  it("keeps its five age groups and two sexes when nobody is counted", () => {
    const { totaal, naarNationaliteit, naarLeeftijd, naarGeslacht } = tabel1Van([]);
    expect(totaal.aantal).toBe(0);
    expect(naarNationaliteit).toEqual([]);
    expect(naarLeeftijd.map(({ categorie }) => categorie)).toEqual([
      "18-27",
      "28-35",
      "36-45",
      "46-55",
      "56-65",
    ]);
    expect(naarGeslacht.map(({ categorie }) => categorie)).toEqual(["M", "V"]);
  });

  it("puts each age in the group of TABEL 1, edges included", () => {
    expect(leeftijden(18, 27, 28, 35, 36, 45, 46, 55, 56, 65)).toEqual([
      "18-27: 2",
      "28-35: 2",
      "36-45: 2",
      "46-55: 2",
      "56-65: 2",
    ]);
  });

  it("adds who is younger, older, or of unknown age, so that the groups add up to the total", () => {
    expect(leeftijden(66, null, 17, 40)).toEqual(["<18: 1", "36-45: 1", "66+: 1", "ONBEKEND: 1"]);
  });

  it("counts under thirty across the age groups, and not who is thirty or of unknown age", () => {
    const tabel = tabel1Van([17, 27, 28, 29, 30, null].map((leeftijd) => groep({ leeftijd })));
    expect(tabel.jongerDanDertig.aantal).toBe(4);
  });

  it("names the largest nationaliteit first, and those of the same size by name", () => {
    const tabel = tabel1Van([
      groep({ nationaliteit: "ONBEKEND", aantal: 2 }),
      groep({ nationaliteit: "ERITRESE", aantal: 2 }),
      groep({ aantal: 3 }),
      groep({ aantal: 1, geslacht: "V" }),
    ]);
    expect(tabel.naarNationaliteit).toEqual([
      { categorie: "SYRISCHE", aantal: 4 },
      { categorie: "ERITRESE", aantal: 2 },
      { categorie: "ONBEKEND", aantal: 2 },
    ]);
  });

  it("names sex O only when somebody is", () => {
    const tabel = tabel1Van([groep({ geslacht: "O" })]);
    expect(tabel.naarGeslacht.map(({ categorie }) => categorie)).toEqual(["M", "V", "O"]);
  });
});
