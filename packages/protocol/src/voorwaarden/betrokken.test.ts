import { describe, expect, it } from "vitest";
import { gisteren, metKeten, metRelatie, moment, morgen, onderzoekOf, vandaag } from "../../test/verzoek.ts";
import { betrokken } from "./betrokken.ts";

describe("betrokken", () => {
  it("holds while a ketenrelatie for this doel runs", () => {
    expect(betrokken(onderzoekOf())).toBeUndefined();
  });

  it("does not hold without a ketenrelatie, or with one for another doel", () => {
    expect(betrokken(metKeten({ relaties: [] }))).toBe("NIET_BETROKKEN");
    expect(betrokken(metRelatie({ doel: "bijstand" }))).toBe("NIET_BETROKKEN");
  });

  it("begins on the first day", () => {
    expect(betrokken(metRelatie({ begindatum: vandaag }))).toBeUndefined();
    expect(betrokken(metRelatie({ begindatum: morgen }))).toBe("NIET_BETROKKEN");
  });

  it("lasts through the last day", () => {
    expect(betrokken(metRelatie({ einddatum: vandaag }))).toBeUndefined();
    expect(betrokken(metRelatie({ einddatum: gisteren }))).toBe("NIET_BETROKKEN");
  });

  it("is over at the very moment it is ended at once, and not a millisecond before", () => {
    expect(betrokken(metRelatie({ beeindigdOp: moment }))).toBe("NIET_BETROKKEN");
    expect(betrokken(metRelatie({ beeindigdOp: new Date(moment.getTime() + 1) }))).toBeUndefined();
  });

  it("is over when the moment of its end cannot be read", () => {
    expect(betrokken(metRelatie({ beeindigdOp: new Date("onleesbaar") }))).toBe("NIET_BETROKKEN");
  });

  it("holds when one of several ketenrelaties runs", () => {
    const gestopt = { doel: "reintegratie", begindatum: "2025-01-01", einddatum: gisteren };
    const loopt = { doel: "reintegratie", begindatum: vandaag };
    expect(betrokken(metKeten({ relaties: [gestopt, loopt] }))).toBeUndefined();
  });

  it.each([
    ["winter", "2026-01-31T22:59:00Z", "2026-01-31T23:01:00Z", "2026-01-31"],
    ["summer", "2026-07-31T21:59:00Z", "2026-07-31T22:01:00Z", "2026-07-31"],
  ])("ends at midnight in the Netherlands, in %s", (_season, before, after, einddatum) => {
    expect(betrokken(metRelatie({ einddatum }, new Date(before)))).toBeUndefined();
    expect(betrokken(metRelatie({ einddatum }, new Date(after)))).toBe("NIET_BETROKKEN");
  });

  it("does not hold while the gemeente has said nothing", () => {
    expect(betrokken(onderzoekOf({ persoon: { persoonId: "p1" } }))).toBe("TOEGANG_ONBEKEND");
  });

  it("never holds for a figure", () => {
    expect(betrokken(onderzoekOf({ persoon: "geaggregeerd" }))).toBe("GEEN_ARTIKEL");
  });
});
