import { describe, expect, it } from "vitest";
import { afnemer, keten, metKeten, onderzoekOf, vreemde } from "../../test/verzoek.ts";
import { eigenGemeente } from "./eigen-gemeente.ts";

const inRegister = (gemeente: string) =>
  onderzoekOf({
    persoon: { persoonId: "p1", register: { dossiers: [{ doelen: [], medewerkers: [], gemeente }] } },
  });

describe("eigen-gemeente", () => {
  it("holds for a person of a gemeente for which the caller works", () => {
    const gemeenten = ["GM0106", "GM1680"];
    expect(eigenGemeente(onderzoekOf({ afnemer: { ...afnemer, gemeenten } }))).toBeUndefined();
  });

  it("does not hold for a person of another gemeente, or of none", () => {
    expect(eigenGemeente(metKeten({ gemeente: "GM0106" }))).toBe("ANDERE_GEMEENTE");
    expect(eigenGemeente(onderzoekOf({ persoon: vreemde }))).toBe("ANDERE_GEMEENTE");
    const { gemeente: _, ...nergens } = keten;
    expect(eigenGemeente(onderzoekOf({ persoon: { persoonId: "p1", keten: nergens } }))).toBe(
      "ANDERE_GEMEENTE",
    );
  });

  it("does not hold for a caller who works for no gemeente", () => {
    expect(eigenGemeente(onderzoekOf({ afnemer: { ...afnemer, gemeenten: [] } }))).toBe("ANDERE_GEMEENTE");
  });

  it("holds by the gemeente of a dossier in the own register, without the gemeente", () => {
    expect(eigenGemeente(inRegister("GM1680"))).toBeUndefined();
    expect(eigenGemeente(inRegister("GM0106"))).toBe("ANDERE_GEMEENTE");
  });

  it("does not hold by an empty register", () => {
    const persoon = { persoonId: "p1", register: { dossiers: [] } };
    expect(eigenGemeente(onderzoekOf({ persoon }))).toBe("ANDERE_GEMEENTE");
  });

  it("does not hold while nothing is known", () => {
    expect(eigenGemeente(onderzoekOf({ persoon: { persoonId: "p1" } }))).toBe("TOEGANG_ONBEKEND");
  });

  it("never holds for a figure", () => {
    expect(eigenGemeente(onderzoekOf({ persoon: "geaggregeerd" }))).toBe("GEEN_ARTIKEL");
  });
});
