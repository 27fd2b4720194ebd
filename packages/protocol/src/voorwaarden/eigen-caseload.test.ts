import { describe, expect, it } from "vitest";
import {
  afnemer,
  gisteren,
  keten,
  metKeten,
  metRelatie,
  morgen,
  onderzoekOf,
  relatie,
} from "../../test/verzoek.ts";
import { eigenCaseload } from "./eigen-caseload.ts";

const dossier = { doelen: ["reintegratie"], medewerkers: ["an"], gemeente: "GM1680" };
const inRegister = (change: Partial<typeof dossier>) =>
  onderzoekOf({ persoon: { persoonId: "p1", register: { dossiers: [{ ...dossier, ...change }] } } });

describe("eigen-caseload", () => {
  it("holds when the ketenrelatie names the caller", () => {
    expect(eigenCaseload(onderzoekOf())).toBeUndefined();
  });

  it("does not hold when it names a colleague, or nobody", () => {
    const { medewerkerId: _, ...naamloos } = relatie;
    expect(eigenCaseload(metRelatie({ medewerkerId: "bo" }))).toBe("NIET_EIGEN_CASELOAD");
    expect(eigenCaseload(metKeten({ relaties: [naamloos] }))).toBe("NIET_EIGEN_CASELOAD");
  });

  it("does not hold by a ketenrelatie that does not count now", () => {
    for (const change of [{ einddatum: gisteren }, { begindatum: morgen }, { doel: "bijstand" }]) {
      expect(eigenCaseload(metRelatie(change))).toBe("NIET_EIGEN_CASELOAD");
    }
  });

  it("does not take together that a colleague is involved now and the caller was before", () => {
    const relaties = [
      { ...relatie, einddatum: gisteren },
      { ...relatie, medewerkerId: "bo" },
    ];
    expect(eigenCaseload(metKeten({ relaties }))).toBe("NIET_EIGEN_CASELOAD");
  });

  it("holds by a dossier in the own register that names the caller, without the gemeente", () => {
    expect(eigenCaseload(inRegister({}))).toBeUndefined();
  });

  it("holds by one of several dossiers, and by none of none", () => {
    const metDossiers = (...dossiers: (typeof dossier)[]) =>
      onderzoekOf({ persoon: { persoonId: "p1", register: { dossiers } } });
    expect(eigenCaseload(metDossiers({ ...dossier, medewerkers: ["bo"] }, dossier))).toBeUndefined();
    expect(eigenCaseload(metDossiers())).toBe("TOEGANG_ONBEKEND");
  });

  it("does not hold by a dossier for another doel or of a colleague", () => {
    expect(eigenCaseload(inRegister({ doelen: ["bijstand"] }))).toBe("TOEGANG_ONBEKEND");
    expect(eigenCaseload(inRegister({ medewerkers: ["bo"] }))).toBe("TOEGANG_ONBEKEND");
  });

  it("does not take together the doel of one dossier and the employee of another", () => {
    const dossiers = [
      { ...dossier, doelen: ["bijstand"] },
      { ...dossier, medewerkers: ["bo"] },
    ];
    const persoon = { persoonId: "p1", keten: { ...keten, relaties: [] }, register: { dossiers } };
    expect(eigenCaseload(onderzoekOf({ persoon }))).toBe("NIET_EIGEN_CASELOAD");
  });

  it("names an employee exactly", () => {
    for (const medewerkerId of ["AN", "an ", "ann", ""]) {
      expect(eigenCaseload(onderzoekOf({ afnemer: { ...afnemer, medewerkerId } }))).toBe(
        "NIET_EIGEN_CASELOAD",
      );
    }
  });

  it("does not hold while nothing is known", () => {
    expect(eigenCaseload(onderzoekOf({ persoon: { persoonId: "p1" } }))).toBe("TOEGANG_ONBEKEND");
  });

  it("never holds for a figure", () => {
    expect(eigenCaseload(onderzoekOf({ persoon: "geaggregeerd" }))).toBe("GEEN_ARTIKEL");
  });
});
