import { describe, expect, it } from "vitest";
import { afnemer, onderzoekOf } from "../../test/verzoek.ts";
import { eigenDossier } from "./eigen-dossier.ts";

const zelf = (nieuwkomerId: string) => onderzoekOf({ afnemer: { ...afnemer, nieuwkomerId } });

describe("eigen-dossier", () => {
  it("holds when the caller is the person", () => {
    expect(eigenDossier(zelf("p1"))).toBeUndefined();
  });

  it("does not hold for anybody else, spelled almost alike or not", () => {
    for (const other of ["p2", "P1", "p1 ", ""]) {
      expect(eigenDossier(zelf(other))).toBe("NIET_EIGEN_DOSSIER");
    }
  });

  it("does not hold for a caller who is no nieuwkomer, even about nobody", () => {
    expect(eigenDossier(onderzoekOf())).toBe("NIET_EIGEN_DOSSIER");
    expect(eigenDossier(onderzoekOf({ persoon: { persoonId: "" } }))).toBe("NIET_EIGEN_DOSSIER");
  });

  it("holds without the gemeente: who it is stands in the token", () => {
    const persoon = { persoonId: "p1" };
    expect(
      eigenDossier(onderzoekOf({ afnemer: { ...afnemer, nieuwkomerId: "p1" }, persoon })),
    ).toBeUndefined();
  });

  it("never holds for a figure", () => {
    expect(eigenDossier(onderzoekOf({ persoon: "geaggregeerd" }))).toBe("GEEN_ARTIKEL");
  });
});
