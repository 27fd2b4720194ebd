import { describe, expect, it } from "vitest";
import { metKeten, onderzoekOf } from "../../test/verzoek.ts";
import { eigenTaak } from "./eigen-taak.ts";

describe("eigen-taak", () => {
  it("holds when the PIP has a task of the caller's partij", () => {
    expect(eigenTaak(onderzoekOf())).toBeUndefined();
  });

  it("does not hold without one, however involved", () => {
    expect(eigenTaak(metKeten({ heeftTaak: false }))).toBe("GEEN_TAAK");
  });

  it("does not hold while nothing is known", () => {
    expect(eigenTaak(onderzoekOf({ persoon: { persoonId: "p1" } }))).toBe("TOEGANG_ONBEKEND");
  });

  it("never holds for a figure", () => {
    expect(eigenTaak(onderzoekOf({ persoon: "geaggregeerd" }))).toBe("GEEN_ARTIKEL");
  });
});
