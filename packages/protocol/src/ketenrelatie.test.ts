import { describe, expect, it } from "vitest";
import { gisteren, metRelatie, moment, morgen, protocolVan, vandaag } from "../test/verzoek.ts";
import { geldt, peilVan, toegangTot } from "./ketenrelatie.ts";
import { betrokken } from "./voorwaarden/betrokken.ts";

const relatie = { doel: "bijstand", begindatum: "2026-01-01" };
const peil = (actie: "lezen" | "schrijven", at = moment, doel = "bijstand") =>
  peilVan(protocolVan(), { doel, moment: at, actie });
const tweeWekenGeleden = "2026-02-24";
const langerGeleden = "2026-02-23";

describe("a ketenrelatie for a doel with a naloop of fourteen days", () => {
  it("counts for reading through the fourteenth day after its last", () => {
    for (const einddatum of [morgen, vandaag, gisteren, tweeWekenGeleden]) {
      expect(geldt({ ...relatie, einddatum }, peil("lezen"))).toBe(true);
    }
    expect(geldt({ ...relatie, einddatum: langerGeleden }, peil("lezen"))).toBe(false);
  });

  it("counts for writing through its last day, and no longer", () => {
    expect(geldt({ ...relatie, einddatum: vandaag }, peil("schrijven"))).toBe(true);
    expect(geldt({ ...relatie, einddatum: gisteren }, peil("schrijven"))).toBe(false);
  });

  it("counts no more after it was ended at once, also when its last day is today", () => {
    for (const einddatum of [vandaag, gisteren]) {
      expect(geldt({ ...relatie, einddatum, beeindigdOp: moment }, peil("lezen"))).toBe(false);
    }
  });

  it("does not count before it begins", () => {
    expect(geldt({ ...relatie, begindatum: morgen }, peil("lezen"))).toBe(false);
  });

  it("ends its naloop at midnight in the Netherlands", () => {
    const einddatum = "2026-07-17";
    expect(geldt({ ...relatie, einddatum }, peil("lezen", new Date("2026-07-31T21:59:59.999Z")))).toBe(true);
    expect(geldt({ ...relatie, einddatum }, peil("lezen", new Date("2026-07-31T22:00:00Z")))).toBe(false);
  });
});

describe("a ketenrelatie for a doel without naloop", () => {
  it("counts for reading through its last day, and no longer", () => {
    expect(betrokken(metRelatie({ einddatum: vandaag }))).toBeUndefined();
    expect(betrokken(metRelatie({ einddatum: gisteren }))).toBe("NIET_BETROKKEN");
    expect(peil("lezen", moment, "reintegratie").naloop).toBe(0);
    expect(peil("lezen", moment, "onbekend").naloop).toBe(0);
  });
});

describe("until when something is shared on a ketenrelatie", () => {
  it("is open while no end is agreed", () => {
    expect(toegangTot({}, 0)).toBeUndefined();
    expect(toegangTot({}, 14)).toBeUndefined();
  });

  it("is the end of the last day in the Netherlands, in winter and in summer", () => {
    expect(toegangTot({ einddatum: "2026-01-31" }, 0)).toEqual(new Date("2026-01-31T23:00:00Z"));
    expect(toegangTot({ einddatum: "2026-07-31" }, 0)).toEqual(new Date("2026-07-31T22:00:00Z"));
  });

  it("is the end of the naloop, across the night on which the clock changes", () => {
    expect(toegangTot({ einddatum: "2026-03-20" }, 14)).toEqual(new Date("2026-04-03T22:00:00Z"));
  });

  it("is the moment at which it was ended at once, and never later", () => {
    expect(toegangTot({ einddatum: vandaag, beeindigdOp: moment }, 14)).toEqual(moment);
    expect(toegangTot({ beeindigdOp: moment }, 0)).toEqual(moment);
    expect(toegangTot({ einddatum: gisteren, beeindigdOp: moment }, 0)).toEqual(
      new Date("2026-03-09T23:00:00Z"),
    );
  });

  it("is the very moment from which it counts no more", () => {
    for (const [einddatum, naloop] of [
      ["2026-10-24", "bijstand"],
      ["2026-10-25", "reintegratie"],
    ] as const) {
      const days = peil("lezen", moment, naloop).naloop;
      const tot = toegangTot({ einddatum }, days) ?? moment;
      const at = (time: number) =>
        geldt({ ...relatie, doel: naloop, einddatum }, peil("lezen", new Date(time), naloop));
      expect(at(tot.getTime() - 1)).toBe(true);
      expect(at(tot.getTime())).toBe(false);
    }
  });
});
