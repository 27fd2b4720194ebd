import { describe, expect, it } from "vitest";
import type { Voorbeeldbevolking } from "./tabellen/register.ts";
import { maakVoorbeeldbevolking } from "./voorbeeldbevolking.ts";

const PEILDATUM = "2020-01-01";
/** DUO does not show a cell of fewer people. */
const SMALLEST_SHOWN = 10;

type Plicht = Voorbeeldbevolking["gemeente"]["inburgeringsplicht"][number];

/** Counts on the peildatum as DUO does, from the rows alone. */
function tellerVan({ gemeente }: Voorbeeldbevolking) {
  const oudewetters = new Set(
    gemeente.nieuwkomer
      .filter((nieuwkomer) => nieuwkomer.gemeente === "GM1680" && nieuwkomer.regime === "WI2013")
      .map(({ id }) => id),
  );
  const begonnen = gemeente.inburgeringsplicht.filter(
    ({ nieuwkomer_id, begindatum }) => oudewetters.has(nieuwkomer_id) && begindatum < PEILDATUM,
  );
  const begin = new Map(begonnen.map((plicht) => [plicht.nieuwkomer_id, plicht.begindatum]));
  const halfjaar = (id: string) => {
    const [jaar, maand] = (begin.get(id) ?? "").split("-");
    return `${jaar}-${Number(maand) <= 6 ? 1 : 2}`;
  };
  const cellen = (ids: Iterable<string>) => {
    const counts = new Map<string, number>();
    for (const id of new Set(ids)) {
      if (begin.has(id)) counts.set(halfjaar(id), (counts.get(halfjaar(id)) ?? 0) + 1);
    }
    return counts;
  };
  const inIederGeval = (ids: Iterable<string>) =>
    [...cellen(ids).values()].reduce((sum, aantal) => sum + (aantal < SMALLEST_SHOWN ? 1 : aantal), 0);
  return { begonnen, inIederGeval, cellen };
}

const isNogPlichtig = ({ einddatum }: Plicht) => einddatum === null || einddatum >= PEILDATUM;
const idsVan = (rows: readonly { nieuwkomer_id: string }[]) => rows.map(({ nieuwkomer_id }) => nieuwkomer_id);

/** Who passed a part of the exam before the peildatum, with the highest level passed. */
function hoogsteNiveaus({ gemeente }: Voorbeeldbevolking): Map<string, string> {
  const hoogste = new Map<string, string>();
  for (const { nieuwkomer_id, niveau, resultaat, examendatum } of gemeente.examenresultaat) {
    if (resultaat !== "GESLAAGD" || niveau === null || examendatum >= PEILDATUM) continue;
    if (niveau > (hoogste.get(nieuwkomer_id) ?? "")) hoogste.set(nieuwkomer_id, niveau);
  }
  return hoogste;
}

describe.each(["2025-01-01", "2026-11-22", "2029-06-30"])("the figures of DUO, made on %s", (vandaag) => {
  const bevolking = maakVoorbeeldbevolking({ vandaag });
  const { gemeente } = bevolking;
  const { begonnen, inIederGeval } = tellerVan(bevolking);
  const plichtig = new Set(idsVan(begonnen.filter(isNogPlichtig)));
  const termijnTussen = (van: string, tot: string) =>
    idsVan(
      gemeente.inburgeringstermijn.filter(({ einddatum }) => einddatum >= van && einddatum < tot),
    ).filter((id) => plichtig.has(id));

  it("count 108 people who became plichtig, in ieder geval, and ruim 100 in fact", () => {
    expect(inIederGeval(idsVan(begonnen))).toBe(108);
    expect(begonnen).toHaveLength(143);
  });

  it("count 39 who met their plicht and 43 who are still plichtig", () => {
    const voldaan = begonnen.filter(
      ({ einddatum, reden_geen }) =>
        einddatum !== null && einddatum < PEILDATUM && reden_geen === "INBURGERINGSPLICHT_VOLDAAN",
    );
    expect(inIederGeval(idsVan(voldaan))).toBe(39);
    expect(inIederGeval(plichtig)).toBe(43);
  });

  it.each([
    ["A2", 33],
    ["B1", 9],
    ["B2", 6],
  ])("count the exams at %s: %i", (niveau, aantal) => {
    const geslaagd = [...hoogsteNiveaus(bevolking)].filter(([, hoogste]) => hoogste === niveau);
    expect(inIederGeval(geslaagd.map(([id]) => id))).toBe(aantal);
  });

  it("count 19 who got an ontheffing", () => {
    const ontheven = gemeente.ontheffing.filter(
      ({ examenonderdeel, datum_oordeel }) => examenonderdeel === null && datum_oordeel < PEILDATUM,
    );
    expect(inIederGeval(idsVan(ontheven))).toBe(19);
  });

  it("count 79 who got a verlenging", () => {
    const verlengd = gemeente.verlenging.filter(
      ({ beoordeling_aanvraag, datum_beoordeling }) =>
        beoordeling_aanvraag === "TOEGEKEND" && datum_beoordeling < PEILDATUM,
    );
    expect(inIederGeval(idsVan(verlengd))).toBe(79);
  });

  it("count 4 whose termijn ends within six months and 17 in the six after that", () => {
    expect(inIederGeval(termijnTussen("2020-01-01", "2020-07-01"))).toBe(4);
    expect(inIederGeval(termijnTussen("2020-07-01", "2021-01-01"))).toBe(17);
  });
});

describe("an oudewetter", () => {
  const vandaag = "2026-11-22";
  const { gemeente } = maakVoorbeeldbevolking({ vandaag });
  const oudewetters = gemeente.nieuwkomer.filter(({ regime }) => regime === "WI2013");
  const plichten = new Map(gemeente.inburgeringsplicht.map((plicht) => [plicht.nieuwkomer_id, plicht]));
  const termijnen = new Map(gemeente.inburgeringstermijn.map((termijn) => [termijn.nieuwkomer_id, termijn]));

  it("who met the plicht passed each part of the exam before its end", () => {
    for (const { id } of oudewetters) {
      const plicht = plichten.get(id);
      if (plicht?.reden_geen !== "INBURGERINGSPLICHT_VOLDAAN") continue;
      const geslaagd = gemeente.examenresultaat.filter(
        (examen) => examen.nieuwkomer_id === id && examen.resultaat === "GESLAAGD",
      );
      expect(geslaagd.map(({ onderdeel }) => onderdeel).sort()).toEqual([
        "KNM",
        "LE",
        "LU",
        "ONA",
        "SC",
        "SP",
      ]);
      for (const { examendatum } of geslaagd) {
        expect(examendatum > plicht.begindatum && examendatum < (plicht.einddatum ?? "")).toBe(true);
      }
    }
  });

  it("has a full ontheffing exactly when that ended the plicht", () => {
    const ontheven = new Set(
      idsVan(gemeente.ontheffing.filter(({ examenonderdeel }) => examenonderdeel === null)),
    );
    for (const { id } of oudewetters) {
      expect(plichten.get(id)?.reden_geen === "VOLLEDIGE_ONTHEFFING").toBe(ontheven.has(id));
    }
  });

  it("has a termijn of three years and the weeks that were added", () => {
    for (const { id } of oudewetters) {
      const termijn = termijnen.get(id);
      const weken = gemeente.verlenging
        .filter(({ nieuwkomer_id }) => nieuwkomer_id === id)
        .reduce((sum, { verlenging_in_weken }) => sum + verlenging_in_weken, 0);
      const dagen =
        (Date.parse(termijn?.einddatum ?? "") - Date.parse(termijn?.startdatum ?? "")) / 86_400_000;
      expect([1094, 1095]).toContain(dagen - 7 * weken);
    }
  });

  it("is still plichtig in six cases, each with a termijn that has not ended, a PIP and ketenrelaties", () => {
    const lopend = oudewetters.filter(({ id }) => plichten.get(id)?.einddatum === null);
    expect(lopend).toHaveLength(6);
    for (const { id } of lopend) {
      expect((termijnen.get(id)?.einddatum ?? "") > vandaag).toBe(true);
      expect(gemeente.pip.some(({ nieuwkomer_id }) => nieuwkomer_id === id)).toBe(true);
      const partijen = gemeente.ketenrelatie
        .filter(({ nieuwkomer_id, einddatum }) => nieuwkomer_id === id && einddatum === null)
        .map(({ partij, doel }) => `${partij} ${doel}`);
      expect(partijen).toEqual(
        expect.arrayContaining([
          "wpda bijstand",
          "wpda reintegratie",
          "vluchtelingenwerk maatschappelijke-begeleiding",
        ]),
      );
    }
  });
});
