import { describe, expect, it } from "vitest";
import { isElfproef } from "./bsn.ts";
import type { Tabellen, Voorbeeldbevolking } from "./tabellen/register.ts";
import { maakVoorbeeldbevolking } from "./voorbeeldbevolking.ts";

const VANDAAG = "2026-11-22";
const bevolking = maakVoorbeeldbevolking({ vandaag: VANDAAG });
const { gemeente, wpda, vluchtelingenwerk, roc } = bevolking;
const dagen = ["2025-01-01", VANDAAG, "2028-02-29", "2031-12-31"];

const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));

/** Rows of which a column points to nobody. */
function dangling<Kolom extends string>(
  rows: readonly Readonly<Record<Kolom, string | null>>[],
  kolom: Kolom,
  ids: Set<string>,
): number {
  return rows.filter((row) => row[kolom] !== null && !ids.has(row[kolom] ?? "")).length;
}

describe("maakVoorbeeldbevolking", () => {
  it("makes the same rows when asked again", () => {
    expect(maakVoorbeeldbevolking({ vandaag: VANDAAG })).toEqual(bevolking);
  });

  it("gives the same people the same ids on another day", () => {
    const later = maakVoorbeeldbevolking({ vandaag: "2027-03-01" });
    expect(idsOf(later.gemeente.nieuwkomer)).toEqual(idsOf(gemeente.nieuwkomer));
  });

  it("refuses a day that is none, and a day too early for its story", () => {
    expect(() => maakVoorbeeldbevolking({ vandaag: "gisteren" })).toThrow("JJJJ-MM-DD");
    expect(() => maakVoorbeeldbevolking({ vandaag: "2024-12-31" })).toThrow("2025-01-01 or later");
  });

  it("counts 143 oudewetters, and 60, 90 and 50 others in the three gemeenten", () => {
    const count = (code: string, regime: string) =>
      gemeente.nieuwkomer.filter((row) => row.gemeente === code && row.regime === regime).length;
    expect(count("GM1680", "WI2013")).toBe(143);
    expect([count("GM1680", "WI2021"), count("GM0106", "WI2021"), count("GM1730", "WI2021")]).toEqual([
      60, 90, 50,
    ]);
    expect(gemeente.nieuwkomer).toHaveLength(343);
  });
});

describe("identifying data", () => {
  it("has unique BSNs of the test range that pass the elfproef", () => {
    const bsns = gemeente.nieuwkomer.flatMap(({ bsn }) => (bsn === null ? [] : [bsn]));
    expect(bsns.filter((bsn) => !isElfproef(bsn) || !bsn.startsWith("9999"))).toEqual([]);
    expect(new Set(bsns).size).toBe(bsns.length);
  });

  it("cannot be that of a real person", () => {
    for (const row of gemeente.nieuwkomer) {
      expect(row.v_nummer).toMatch(/^00\d{8}$/);
      expect(row.geslachtsnaam).toMatch(/^Voorbeeld-/);
      expect(row.postcode).toMatch(/^0\d{3}[A-Z]{2}$/);
      expect(row.telefoonnummer).toMatch(/^\+310+\d+$/);
      expect(row.emailadres ?? "@example.org").toMatch(/@example\.org$/);
    }
  });

  it("has a different amount for nearly everyone with an uitkering", () => {
    const bedragen = wpda.uitkering.filter(({ soort }) => soort !== "BIJZONDERE_BIJSTAND");
    expect(new Set(bedragen.map(({ bedrag_in_centen }) => bedrag_in_centen)).size).toBe(bedragen.length);
  });
});

describe("free text", () => {
  const zorg = [...gemeente.doel, ...gemeente.taak].filter(({ leefgebied }) => leefgebied === "ZORG");
  const gezondheid = /huisarts|tandarts|apotheek|fysio|psycholoog|praktijkondersteuner|slaapproblemen/i;

  it("speaks of health in every doel and taak on leefgebied ZORG", () => {
    expect(zorg.length).toBeGreaterThan(0);
    expect(zorg.filter(({ omschrijving }) => !gezondheid.test(omschrijving))).toEqual([]);
  });

  it("speaks of health nowhere else", () => {
    const zorgIds = idsOf(zorg);
    const elders = [...gemeente.doel, ...gemeente.taak].filter(({ id }) => !zorgIds.has(id));
    const notities = [
      ...gemeente.taak.map((taak) => taak.voortgangsnotitie),
      ...vluchtelingenwerk.begeleiding.map((row) => row.notitie),
    ];
    const texts = [...elders.map(({ omschrijving }) => omschrijving), ...notities];
    expect(texts.filter((text) => text !== null && gezondheid.test(text))).toEqual([]);
  });

  it("carries a mark of its own in every notitie", () => {
    const notities = [
      ...gemeente.taak.map(({ voortgangsnotitie }) => voortgangsnotitie),
      ...vluchtelingenwerk.begeleiding.map(({ notitie }) => notitie),
    ].filter((notitie) => notitie !== null);
    const marks = notities.map((notitie) => /^NOTITIE-\d{9} /.exec(notitie)?.[0]);
    expect(marks).not.toContain(undefined);
    expect(new Set(marks).size).toBe(marks.length);
  });
});

describe.each(dagen)("the rows of %s", (vandaag) => {
  const van = maakVoorbeeldbevolking({ vandaag });

  it("point only to rows that exist", () => {
    expect(danglingRows(van)).toBe(0);
  });

  it("have ids that stand nowhere else", () => {
    const ids = [van.gemeente, van.wpda, van.vluchtelingenwerk, van.roc].flatMap((tabellen: Tabellen) =>
      Object.values(tabellen).flatMap((rows) => rows.flatMap((row) => row["id"] ?? [])),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("tell nothing about the future that has happened already", () => {
    const happened = [
      ...van.gemeente.examenresultaat.map(({ examendatum }) => examendatum),
      ...van.gemeente.verlenging.map(({ datum_beoordeling }) => datum_beoordeling),
      ...van.gemeente.ontheffing.map(({ datum_oordeel }) => datum_oordeel),
      ...van.gemeente.pip.flatMap((pip) => [pip.dagtekening_pip ?? "", pip.ondertekend_op ?? ""]),
      ...van.gemeente.taak.map(({ laatste_melding }) => laatste_melding ?? ""),
      ...van.gemeente.ketenrelatie.map(({ beeindigd_op }) => beeindigd_op?.slice(0, 10) ?? ""),
      ...van.gemeente.ketenrelatie.map(({ begindatum }) => begindatum),
      ...van.gemeente.toestemming.flatMap((row) => [row.gegeven_op, row.ingetrokken_op ?? ""]),
      ...van.vluchtelingenwerk.pvt.map(({ datum_ondertekening }) => datum_ondertekening ?? ""),
      ...van.vluchtelingenwerk.pvt_bijeenkomst.map(({ datum }) => datum),
      ...van.roc.les.map(({ datum }) => datum),
      ...van.roc.taalniveaumeting.map(({ datum }) => datum),
      ...van.wpda.uitkering.flatMap((row) => [row.ingangsdatum, row.einddatum ?? ""]),
      ...van.wpda.reintegratievoorziening.flatMap((row) => [row.datum_start, row.datum_einde ?? ""]),
    ];
    expect(happened.filter((dag) => dag >= vandaag)).toEqual([]);
  });

  it("end no earlier than they begin", () => {
    const periodes = [
      ...van.gemeente.ketenrelatie.map((row) => [row.begindatum, row.einddatum]),
      ...van.gemeente.inburgeringsplicht.map((row) => [row.begindatum, row.einddatum]),
      ...van.gemeente.inburgeringstermijn.map((row) => [row.startdatum, row.einddatum]),
      ...van.wpda.klantdossier.map((row) => [row.begindatum, row.einddatum]),
      ...van.wpda.uitkering.map((row) => [row.ingangsdatum, row.einddatum]),
      ...van.wpda.reintegratievoorziening.map((row) => [row.datum_start, row.datum_einde]),
      ...van.vluchtelingenwerk.begeleiding.map((row) => [row.startdatum, row.einddatum]),
      ...van.vluchtelingenwerk.pvt.map((row) => [row.startdatum, row.datum_ondertekening]),
      ...van.roc.inschrijving.map((row) => [row.startdatum, row.einddatum]),
    ];
    expect(periodes.filter(([begin, einde]) => (einde ?? "9999") < (begin ?? ""))).toEqual([]);
  });

  it("have a running ketenrelatie for each doel of a running dossier", () => {
    expect(dossiersWithoutRelatie(van, vandaag)).toEqual([]);
  });

  it("have no running ketenrelatie of a partner without a dossier", () => {
    const metDossier = new Set(lopendeDossiers(van, vandaag));
    const eigen = new Set(["wpda", "vluchtelingenwerk", "roc"]);
    const lopend = van.gemeente.ketenrelatie.filter(
      (row) => eigen.has(row.partij) && isLopend(row.einddatum, vandaag),
    );
    expect(lopend.filter((row) => !metDossier.has(`${row.nieuwkomer_id} ${row.partij} ${row.doel}`))).toEqual(
      [],
    );
  });
});

describe("dossiers of the partners", () => {
  it("hold between five and thirty lessons for each inschrijving, and a measured taalniveau", () => {
    for (const { id } of roc.inschrijving) {
      const lessen = roc.les.filter(({ inschrijving_id }) => inschrijving_id === id).length;
      expect(lessen).toBeGreaterThanOrEqual(5);
      expect(lessen).toBeLessThanOrEqual(30);
      expect(roc.taalniveaumeting.some(({ inschrijving_id }) => inschrijving_id === id)).toBe(true);
    }
  });

  it("hold a pvt that is signed exactly when twelve hours were followed", () => {
    const getekend = vluchtelingenwerk.pvt.filter(({ datum_ondertekening }) => datum_ondertekening !== null);
    expect(getekend.length).toBeGreaterThan(10);
    for (const { id, datum_ondertekening } of vluchtelingenwerk.pvt) {
      const uren = vluchtelingenwerk.pvt_bijeenkomst
        .filter(({ pvt_id, aanwezig }) => pvt_id === id && aanwezig)
        .reduce((sum, { uren }) => sum + uren, 0);
      expect(datum_ondertekening !== null).toBe(uren >= 12);
    }
  });

  it("hold ontzorgen for six months at most, now for some people and in the past for others", () => {
    expect(wpda.ontzorgen.some(({ einddatum }) => einddatum >= VANDAAG)).toBe(true);
    expect(wpda.ontzorgen.some(({ einddatum }) => einddatum < VANDAAG)).toBe(true);
    for (const { begindatum, einddatum } of wpda.ontzorgen) {
      const dagen = (Date.parse(einddatum) - Date.parse(begindatum)) / 86_400_000;
      expect(dagen).toBeGreaterThan(178);
      expect(dagen).toBeLessThan(185);
    }
  });

  it("name taken of every kind of partij, and relations that run, ended and were cut short", () => {
    expect(new Set(gemeente.taak.map(({ partij }) => partij))).toEqual(
      new Set(["gemeente", "wpda", "vluchtelingenwerk", "roc", "sociaal-team", "humanitas", "gkb"]),
    );
    expect(gemeente.ketenrelatie.some(({ einddatum }) => einddatum === null)).toBe(true);
    expect(gemeente.ketenrelatie.some((row) => row.einddatum !== null && row.beeindigd_op === null)).toBe(
      true,
    );
    expect(gemeente.ketenrelatie.some(({ beeindigd_op }) => beeindigd_op !== null)).toBe(true);
  });

  it("give gezinsmigranten no uitkering and no begeleiding", () => {
    const migranten = new Set(
      gemeente.nieuwkomer
        .filter((row) => row.regime === "WI2021" && row.doelgroep !== "ASIELSTATUSHOUDER")
        .map(({ id }) => id),
    );
    expect(migranten.size).toBeGreaterThan(10);
    const dossiers = [...wpda.klantdossier, ...vluchtelingenwerk.begeleiding];
    expect(dossiers.filter(({ nieuwkomer_id }) => migranten.has(nieuwkomer_id))).toEqual([]);
  });
});

function danglingRows(van: Voorbeeldbevolking): number {
  const nieuwkomers = idsOf(van.gemeente.nieuwkomer);
  const { gezin: _, nieuwkomer, ...vanNieuwkomers } = van.gemeente;
  const tabellen = [vanNieuwkomers, van.wpda, van.vluchtelingenwerk, van.roc].flatMap((partij) =>
    Object.values(partij as Record<string, readonly { nieuwkomer_id: string }[]>),
  );
  return [
    ...tabellen.map((rows) => dangling(rows, "nieuwkomer_id", nieuwkomers)),
    dangling(nieuwkomer, "gezin_id", idsOf(van.gemeente.gezin)),
    dangling(van.gemeente.doel, "pip_id", idsOf(van.gemeente.pip)),
    dangling(van.gemeente.taak, "pip_id", idsOf(van.gemeente.pip)),
    dangling(van.wpda.uitkering, "klantdossier_id", idsOf(van.wpda.klantdossier)),
    dangling(van.wpda.reintegratievoorziening, "klantdossier_id", idsOf(van.wpda.klantdossier)),
    dangling(van.wpda.vaste_last, "ontzorgen_id", idsOf(van.wpda.ontzorgen)),
    dangling(van.vluchtelingenwerk.pvt, "begeleiding_id", idsOf(van.vluchtelingenwerk.begeleiding)),
    dangling(van.vluchtelingenwerk.pvt_bijeenkomst, "pvt_id", idsOf(van.vluchtelingenwerk.pvt)),
    dangling(van.roc.les, "inschrijving_id", idsOf(van.roc.inschrijving)),
    dangling(van.roc.taalniveaumeting, "inschrijving_id", idsOf(van.roc.inschrijving)),
  ].reduce((sum, aantal) => sum + aantal, 0);
}

function isLopend(einddatum: string | null, vandaag: string): boolean {
  return einddatum === null || einddatum >= vandaag;
}

/** Every running dossier, as "nieuwkomer partij doel". */
function lopendeDossiers({ wpda, vluchtelingenwerk, roc }: Voorbeeldbevolking, vandaag: string): string[] {
  const lopend = <Rij extends { nieuwkomer_id: string }>(
    rows: readonly Rij[],
    einde: (row: Rij) => string | null,
    relaties: readonly string[],
  ) =>
    rows
      .filter((row) => isLopend(einde(row), vandaag))
      .flatMap((row) => relaties.map((relatie) => `${row.nieuwkomer_id} ${relatie}`));
  const begeleid = new Set(
    vluchtelingenwerk.begeleiding.filter((row) => isLopend(row.einddatum, vandaag)).map(({ id }) => id),
  );
  const pvts = vluchtelingenwerk.pvt.filter(({ begeleiding_id }) => begeleid.has(begeleiding_id));
  return [
    ...lopend(wpda.uitkering, (row) => row.einddatum, ["wpda bijstand"]),
    ...lopend(wpda.reintegratievoorziening, (row) => row.datum_einde, ["wpda reintegratie"]),
    ...lopend(wpda.ontzorgen, (row) => row.einddatum, ["wpda ontzorgen"]),
    ...lopend(vluchtelingenwerk.begeleiding, (row) => row.einddatum, [
      "vluchtelingenwerk maatschappelijke-begeleiding",
    ]),
    ...lopend(pvts, () => null, ["vluchtelingenwerk pvt-map"]),
    ...lopend(roc.inschrijving, (row) => row.einddatum, ["roc taalaanbod", "roc voortgang"]),
  ];
}

function dossiersWithoutRelatie(van: Voorbeeldbevolking, vandaag: string): string[] {
  const relaties = new Set(
    van.gemeente.ketenrelatie
      .filter(
        (row) => row.begindatum <= vandaag && isLopend(row.einddatum, vandaag) && row.beeindigd_op === null,
      )
      .map((row) => `${row.nieuwkomer_id} ${row.partij} ${row.doel}`),
  );
  return lopendeDossiers(van, vandaag).filter((dossier) => !relaties.has(dossier));
}
