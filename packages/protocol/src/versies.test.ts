import { describe, expect, it } from "vitest";
import { artikel, protocolVan } from "../test/verzoek.ts";
import type { CompiledProtocol } from "./compile.ts";
import { GeenGeldigProtocol, OngeldigeVersies, versiesVan } from "./versies.ts";

/** A version that begins on a day, and may end on one. */
function versie(nummer: string, geldigVanaf: string, geldigTot?: string): CompiledProtocol {
  const protocol = protocolVan(artikel("1"));
  const document = { ...protocol.document, versie: nummer, geldigVanaf, ...(geldigTot ? { geldigTot } : {}) };
  return { ...protocol, versie: nummer, document };
}

/** What is said of these versions beside each other. */
function foutenIn(...protocollen: readonly CompiledProtocol[]): readonly string[] {
  try {
    const regels = { versie: 2, geldigVanaf: 3, geldigTot: 4 };
    versiesVan(protocollen, ({ versie }, sleutel) => `${versie}.yaml:${regels[sleutel]}`);
  } catch (error) {
    if (error instanceof OngeldigeVersies) return error.fouten;
    throw error;
  }
  return [];
}

/** An error as the log writes it. */
function thrownBy(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return String(error);
  }
  return "nothing";
}

describe("the version in force", () => {
  const winter = () => versiesVan([versie("2.0.0", "2026-12-01"), versie("1.0.0", "2026-01-01")]);
  const zomer = () => versiesVan([versie("2.0.0", "2026-07-01"), versie("1.0.0", "2026-01-01")]);

  it.each([
    ["the last second of the day before, in winter", winter, "2026-11-30T22:59:59.999Z", "1.0.0"],
    ["midnight in the Netherlands, in winter", winter, "2026-11-30T23:00:00.000Z", "2.0.0"],
    ["midnight in Greenwich, in winter", winter, "2026-12-01T00:00:00.000Z", "2.0.0"],
    ["the last second of the day before, in summer", zomer, "2026-06-30T21:59:59.999Z", "1.0.0"],
    ["midnight in the Netherlands, in summer", zomer, "2026-06-30T22:00:00.000Z", "2.0.0"],
    ["long after", zomer, "2031-01-01T12:00:00.000Z", "2.0.0"],
  ])("changes at midnight, Dutch time: %s", (_when, versies, moment, verwacht) => {
    expect(versies().op(new Date(moment)).versie).toBe(verwacht);
  });

  it("is none before the first", () => {
    expect(() => winter().op(new Date("2025-12-31T22:59:59.999Z"))).toThrow(GeenGeldigProtocol);
    expect(winter().op(new Date("2025-12-31T23:00:00.000Z")).versie).toBe("1.0.0");
  });

  it("is none between the last day of one and the first day of the next: the old one does not go on", () => {
    const versies = versiesVan([
      versie("1.0.0", "2026-01-01", "2026-01-31"),
      versie("2.0.0", "2026-03-01", "2026-03-31"),
    ]);
    for (const [moment, verwacht] of [
      ["2026-01-31T22:59:59Z", "1.0.0"],
      ["2026-01-31T23:00:00Z", undefined],
      ["2026-02-28T22:59:59Z", undefined],
      ["2026-02-28T23:00:00Z", "2.0.0"],
      ["2026-03-31T21:59:59Z", "2.0.0"],
      ["2026-03-31T22:00:00Z", undefined],
    ] as const) {
      const op = () => versies.op(new Date(moment)).versie;
      if (verwacht) expect(op()).toBe(verwacht);
      else expect(op, moment).toThrow(GeenGeldigProtocol);
    }
  });

  it("is named with its day when there is none", () => {
    const op = () => versiesVan([]).op(new Date("2026-03-10T23:30:00Z"));
    expect(op).toThrow(new GeenGeldigProtocol("Op 2026-03-11 geldt geen versie van het protocol."));
    expect(thrownBy(op)).toMatch(/^GeenGeldigProtocol: Op/);
  });
});

describe("versions beside each other", () => {
  it("are accepted in any order, one after the other, with and without a last day", () => {
    expect(
      foutenIn(
        versie("1.10.0", "2026-03-01"),
        versie("1.2.0", "2026-01-01", "2026-02-28"),
        versie("2.0.0", "2026-04-01"),
      ),
    ).toEqual([]);
  });

  it("are refused when two begin on the same day", () => {
    expect(foutenIn(versie("1.0.0", "2026-01-01"), versie("1.1.0", "2026-01-01"))).toEqual([
      "1.1.0.yaml:3: versie 1.1.0 begint op 2026-01-01, en versie 1.0.0 ook (1.0.0.yaml:3); verwacht voor elke versie een eigen eerste dag",
    ]);
  });

  it("are refused when one still runs on the first day of the next", () => {
    const next = versie("1.1.0", "2026-02-01");
    expect(foutenIn(versie("1.0.0", "2026-01-01", "2026-01-31"), next)).toEqual([]);
    for (const laatste of ["2026-02-01", "2026-12-31"]) {
      expect(foutenIn(versie("1.0.0", "2026-01-01", laatste), next)).toEqual([
        `1.0.0.yaml:4: versie 1.0.0 geldt tot en met ${laatste}, maar versie 1.1.0 begint al op 2026-02-01 (1.1.0.yaml:3); verwacht een dag voor 2026-02-01, of geen geldigTot`,
      ]);
    }
  });

  it("are refused when their numbers do not rise with their days", () => {
    for (const [oude, nieuwe] of [
      ["1.0.0", "1.0.0"],
      ["1.10.0", "1.9.9"],
      ["2.0.0", "1.99.99"],
    ] as const) {
      expect(foutenIn(versie(oude, "2026-01-01"), versie(nieuwe, "2026-02-01"))).toEqual([
        `${nieuwe}.yaml:2: versie ${nieuwe} begint na versie ${oude} (${oude}.yaml:2); verwacht een hoger nummer`,
      ]);
    }
  });

  it("are all told at once", () => {
    const error = () =>
      versiesVan([
        versie("3.0.0", "2026-01-01", "2026-02-01"),
        versie("2.0.0", "2026-02-01"),
        versie("1.0.0", "2026-02-01"),
      ]);
    expect(thrownBy(error)).toMatch(/^OngeldigeVersies: De versies/);
    expect(error).toThrow(/^De versies van het protocol passen niet naast elkaar:\n(.+\n){3}.+$/);
  });

  it("are named by their number where nobody says in which file they stand", () => {
    expect(() => versiesVan([versie("1.0.0", "2026-01-01"), versie("1.0.0", "2026-02-01")])).toThrow(
      "versie 1.0.0: versie 1.0.0 begint na versie 1.0.0 (versie 1.0.0); verwacht een hoger nummer",
    );
  });
});
