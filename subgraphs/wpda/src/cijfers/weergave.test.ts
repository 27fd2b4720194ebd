import type { Telling } from "@ketenhub/subgraph";
import { describe, expect, it } from "vitest";
import type { Groep } from "./count-uitkeringen.ts";
import { tabel1Van } from "./tabel-1.ts";
import { gemaskeerdeWeergave, openWeergave } from "./weergave.ts";

const drempel = 10;
/** So many people of each age, and of each nationaliteit when given. */
const mensen = (perLeeftijd: Readonly<Record<number, number>>, nationaliteit = "SYRISCHE"): Groep[] =>
  Object.entries(perLeeftijd).map(([leeftijd, aantal]) => ({
    nationaliteit,
    geslacht: Number(leeftijd) % 2 === 0 ? "M" : "V",
    leeftijd: Number(leeftijd),
    aantal,
  }));
const gemaskeerd = (groepen: readonly Groep[]) => gemaskeerdeWeergave(tabel1Van(groepen), drempel);
const teksten = (tellingen: readonly Telling[]) =>
  tellingen.map(({ categorie, weergave }) => `${categorie}: ${weergave}`);

/** The 52 people of the notitie by age, of whom two are 28 or 29. */
const november2019 = mensen({ 21: 11, 29: 2, 30: 16, 40: 13, 50: 9, 60: 1 });

describe("TABEL 1 for who may see the people themselves", () => {
  it("shows every count as it is", () => {
    const weergave = openWeergave(tabel1Van(november2019));
    expect(weergave.totaal.aantal).toBe(52);
    expect(teksten(weergave.naarLeeftijd)).toEqual([
      "18-27: 11",
      "28-35: 18",
      "36-45: 13",
      "46-55: 9",
      "56-65: 1",
    ]);
    expect(weergave.jongerDanDertig.aantal).toBe(13);
  });
});

describe("TABEL 1 for who may see figures only", () => {
  it("hides the small counts, and how many are under thirty when two are 28 or 29", () => {
    const weergave = gemaskeerd(november2019);
    expect(weergave.totaal.weergave).toBe("52");
    expect(teksten(weergave.naarLeeftijd)).toEqual([
      "18-27: 11",
      "28-35: 18",
      "36-45: 13",
      "46-55: *",
      "56-65: *",
    ]);
    expect(weergave.jongerDanDertig).toEqual({ categorie: "<30", weergave: "*", aantal: null });
  });

  it("shows how many are under thirty when enough people are on either side of it", () => {
    expect(gemaskeerd(mensen({ 20: 20, 29: 10, 31: 10, 40: 15 })).jongerDanDertig.aantal).toBe(30);
    expect(gemaskeerd(mensen({ 20: 20, 31: 10 })).jongerDanDertig.aantal).toBe(20);
  });

  it("hides how many are under thirty when few are 30 to 35, or few are under thirty at all", () => {
    expect(gemaskeerd(mensen({ 20: 20, 29: 10, 31: 3 })).jongerDanDertig.aantal).toBeNull();
    expect(gemaskeerd(mensen({ 29: 9, 31: 20 })).jongerDanDertig.aantal).toBeNull();
  });

  it("hides how many are under thirty when an age group around thirty is hidden", () => {
    const weergave = gemaskeerd(mensen({ 20: 9, 29: 20, 60: 5 }));
    expect(teksten(weergave.naarLeeftijd)).toContain("18-27: *");
    expect(weergave.jongerDanDertig.aantal).toBeNull();
  });

  it("orders hidden nationaliteiten by name, after those that show", () => {
    const weergave = gemaskeerd([
      ...mensen({ 20: 26 }),
      ...mensen({ 20: 13 }, "ERITRESE"),
      ...mensen({ 20: 1 }, "LIBISCHE"),
      ...mensen({ 20: 9 }, "STAATLOOS"),
      ...mensen({ 20: 3 }, "IRAAKSE"),
    ]);
    expect(teksten(weergave.naarNationaliteit)).toEqual([
      "SYRISCHE: 26",
      "ERITRESE: 13",
      "IRAAKSE: *",
      "LIBISCHE: *",
      "STAATLOOS: *",
    ]);
  });

  it("shows nothing when there are too few in total, not even which nationaliteiten there are", () => {
    const weergave = gemaskeerd([...mensen({ 17: 2, 40: 3 }), ...mensen({ 66: 1 }, "STAATLOOS")]);
    expect(weergave.totaal.weergave).toBe("*");
    expect(weergave.naarNationaliteit).toEqual([]);
    expect(teksten(weergave.naarLeeftijd)).toEqual([
      "18-27: *",
      "28-35: *",
      "36-45: *",
      "46-55: *",
      "56-65: *",
    ]);
    expect(teksten(weergave.naarGeslacht)).toEqual(["M: *", "V: *"]);
    expect(weergave.jongerDanDertig.weergave).toBe("*");
  });

  it("says that there is nobody when there is nobody", () => {
    const weergave = gemaskeerd([]);
    expect(weergave.totaal.aantal).toBe(0);
    expect(weergave.jongerDanDertig.aantal).toBe(0);
  });
});
