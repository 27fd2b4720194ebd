import { describe, expect, it } from "vitest";
import { feiten, onderzoekOf } from "../../test/verzoek.ts";
import { eigenRegister } from "./eigen-register.ts";

const metDoelen = (...dossiers: readonly (readonly string[])[]) =>
  onderzoekOf({
    persoon: {
      persoonId: "p1",
      register: { dossiers: dossiers.map((doelen) => ({ doelen, medewerkers: [], gemeente: "GM1680" })) },
    },
  });

describe("eigen-register", () => {
  it("holds when an open dossier serves this doel", () => {
    expect(eigenRegister(metDoelen(["bijstand"], ["reintegratie"]))).toBeUndefined();
  });

  it("does not hold when no dossier does", () => {
    expect(eigenRegister(metDoelen(["bijstand"]))).toBe("NIET_BETROKKEN");
    expect(eigenRegister(metDoelen([]))).toBe("NIET_BETROKKEN");
    expect(eigenRegister(metDoelen())).toBe("NIET_BETROKKEN");
  });

  it("does not hold for who has no register here, however involved", () => {
    expect(eigenRegister(onderzoekOf({ persoon: feiten }))).toBe("NIET_BETROKKEN");
  });

  it("never holds for a figure", () => {
    expect(eigenRegister(onderzoekOf({ persoon: "geaggregeerd" }))).toBe("GEEN_ARTIKEL");
  });
});
