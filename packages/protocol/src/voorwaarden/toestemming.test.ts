import { describe, expect, it } from "vitest";
import { metKeten, onderzoekOf } from "../../test/verzoek.ts";
import { toestemming } from "./toestemming.ts";

describe("toestemming", () => {
  it("holds for the very gegeven that was consented to", () => {
    expect(toestemming(onderzoekOf({ gegeven: "contact" }))).toBeUndefined();
  });

  it("does not hold for another gegeven, or after everything is withdrawn", () => {
    expect(toestemming(onderzoekOf({ gegeven: "contacttaal" }))).toBe("GEEN_TOESTEMMING");
    expect(toestemming(metKeten({ toestemmingen: [] }))).toBe("GEEN_TOESTEMMING");
  });

  it("does not hold while nothing is known", () => {
    expect(toestemming(onderzoekOf({ persoon: { persoonId: "p1" } }))).toBe("TOEGANG_ONBEKEND");
  });

  it("never holds for a figure", () => {
    expect(toestemming(onderzoekOf({ persoon: "geaggregeerd" }))).toBe("GEEN_ARTIKEL");
  });
});
