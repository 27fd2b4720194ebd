import { describe, expect, it } from "vitest";
import { feiten, onderzoekOf } from "../../test/verzoek.ts";
import { geaggregeerd } from "./geaggregeerd.ts";

describe("geaggregeerd", () => {
  it("holds for a figure", () => {
    expect(geaggregeerd(onderzoekOf({ persoon: "geaggregeerd" }))).toBeUndefined();
  });

  it("never holds for a person, known or unknown", () => {
    expect(geaggregeerd(onderzoekOf({ persoon: feiten }))).toBe("GEEN_ARTIKEL");
    expect(geaggregeerd(onderzoekOf({ persoon: { persoonId: "p1" } }))).toBe("GEEN_ARTIKEL");
  });
});
