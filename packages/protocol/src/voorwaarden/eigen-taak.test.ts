import { describe, expect, it } from "vitest";
import { metKeten, onderzoekOf } from "../../test/verzoek.ts";
import { eigenTaak } from "./eigen-taak.ts";

describe("eigen-taak", () => {
  it("holds when the PIP has an open task of the caller's partij, on whatever leefgebied", () => {
    for (const openTaken of [["werk"], ["zorg"], ["ontmoeten", "werk"]]) {
      expect(eigenTaak()(metKeten({ openTaken }))).toBeUndefined();
    }
  });

  it("does not hold without one, however involved", () => {
    expect(eigenTaak()(metKeten({ openTaken: [] }))).toBe("GEEN_TAAK");
  });

  it("does not hold while nothing is known", () => {
    expect(eigenTaak()(onderzoekOf({ persoon: { persoonId: "p1" } }))).toBe("TOEGANG_ONBEKEND");
  });

  it("never holds for a figure", () => {
    expect(eigenTaak()(onderzoekOf({ persoon: "geaggregeerd" }))).toBe("GEEN_ARTIKEL");
  });
});

describe("eigen-taak on a leefgebied", () => {
  const opWerk = eigenTaak("werk");

  it("holds with an open task there, also beside others", () => {
    expect(opWerk(metKeten({ openTaken: ["werk"] }))).toBeUndefined();
    expect(opWerk(metKeten({ openTaken: ["ontmoeten", "werk"] }))).toBeUndefined();
  });

  it("does not hold with a task elsewhere, spelled almost alike or not, nor without one", () => {
    for (const openTaken of [["ontmoeten"], ["Werk"], ["WERK"], ["werk "], [""], []]) {
      expect(opWerk(metKeten({ openTaken }))).toBe("GEEN_TAAK");
    }
  });

  it("does not hold while nothing is known, and never for a figure", () => {
    expect(opWerk(onderzoekOf({ persoon: { persoonId: "p1" } }))).toBe("TOEGANG_ONBEKEND");
    expect(opWerk(onderzoekOf({ persoon: "geaggregeerd" }))).toBe("GEEN_ARTIKEL");
  });
});
