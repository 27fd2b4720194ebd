import { describe, expect, it } from "vitest";
import { feiten, gisteren, moment, morgen, onderzoekOf, vandaag } from "../../test/verzoek.ts";
import { lopend } from "./lopend.ts";

const ontzorgen = lopend("ontzorgen");
const totEnMet = (dag: string | undefined, at = moment) =>
  onderzoekOf({ persoon: { ...feiten, lopend: { ontzorgen: dag } }, moment: at });

describe("lopend", () => {
  it("holds through the last day", () => {
    expect(ontzorgen(totEnMet(morgen))).toBeUndefined();
    expect(ontzorgen(totEnMet(vandaag))).toBeUndefined();
    expect(ontzorgen(totEnMet(gisteren))).toBe("TERMIJN_VERSTREKEN");
  });

  it("ends at midnight in the Netherlands, in winter and in summer", () => {
    expect(ontzorgen(totEnMet("2026-01-31", new Date("2026-01-31T22:59:00Z")))).toBeUndefined();
    expect(ontzorgen(totEnMet("2026-01-31", new Date("2026-01-31T23:01:00Z")))).toBe("TERMIJN_VERSTREKEN");
    expect(ontzorgen(totEnMet("2026-07-31", new Date("2026-07-31T21:59:00Z")))).toBeUndefined();
    expect(ontzorgen(totEnMet("2026-07-31", new Date("2026-07-31T22:01:00Z")))).toBe("TERMIJN_VERSTREKEN");
  });

  it("does not hold when it is known that there is none", () => {
    expect(ontzorgen(totEnMet(undefined))).toBe("TERMIJN_VERSTREKEN");
  });

  it("does not hold when nobody here knows", () => {
    expect(ontzorgen(onderzoekOf())).toBe("TOEGANG_ONBEKEND");
    expect(ontzorgen(onderzoekOf({ persoon: { ...feiten, lopend: {} } }))).toBe("TOEGANG_ONBEKEND");
    const iets = { ...feiten, lopend: { schuldhulp: morgen } };
    expect(ontzorgen(onderzoekOf({ persoon: iets }))).toBe("TOEGANG_ONBEKEND");
  });

  it("does not take what every object has for something that runs", () => {
    const persoon = { ...feiten, lopend: {} };
    expect(lopend("toString")(onderzoekOf({ persoon }))).toBe("TOEGANG_ONBEKEND");
  });

  it("never holds for a figure", () => {
    expect(ontzorgen(onderzoekOf({ persoon: "geaggregeerd" }))).toBe("GEEN_ARTIKEL");
  });
});
