import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { maakGrotePopulatie } from "./grote-populatie.ts";
import type { Row, Tabellen, Voorbeeldbevolking } from "./tabellen/register.ts";
import { maakVoorbeeldbevolking } from "./voorbeeldbevolking.ts";

// The columns as the migrations make them: name, type, and ? where null is allowed.
const kolommen: Record<keyof Voorbeeldbevolking, Record<string, string>> = {
  gemeente: {
    gezin: "id uuid",
    nieuwkomer:
      "id uuid, bsn 9?, v_nummer 10?, voornamen 200?, voorvoegsel 20?, geslachtsnaam 200?, straat 100?, " +
      "huisnummer 20?, postcode 7?, woonplaats 100?, gemeente 6, geboortedatum date?, geslacht 1, " +
      "nationaliteit 60?, telefoonnummer 20?, emailadres 254?, contacttaal 3?, regime 6, doelgroep 40, " +
      "gedetailleerde_doelgroep 40, gezin_id uuid?, gezinsrol 10?, regievoerder_id 100?, regievoerder 200?",
    ketenrelatie:
      "id uuid, nieuwkomer_id uuid, partij 40, doel 40, medewerker_id 100?, contactpersoon 200?, " +
      "begindatum date, einddatum date?, beeindigd_op moment?, versie int",
    inburgeringsplicht:
      "nieuwkomer_id uuid, begindatum date, einddatum date?, datum_kennisgeving date?, reden_geen 50?",
    inburgeringstermijn: "nieuwkomer_id uuid, startdatum date, einddatum date",
    verlenging:
      "id uuid, nieuwkomer_id uuid, beoordeling_aanvraag 20, datum_beoordeling date, verlenging_in_weken int, " +
      "verlengingsgrond 40",
    ontheffing: "id uuid, nieuwkomer_id uuid, datum_oordeel date, examenonderdeel 3?, grond 3",
    examenresultaat: "id uuid, nieuwkomer_id uuid, onderdeel 3, niveau 2?, resultaat 10, examendatum date",
    pip:
      "id uuid, nieuwkomer_id uuid, dagtekening_initiele_pip date?, dagtekening_pip date?, status 20, " +
      "ondertekend_op date?, leerroute_type 20?, niveau 2?, intensiteit_b1_route int?, alfabetisering 3?",
    doel: "id uuid, pip_id uuid, nieuwkomer_id uuid, leefgebied 15, omschrijving 500, status 15, streefdatum date?",
    taak:
      "id uuid, pip_id uuid, nieuwkomer_id uuid, partij 40, leefgebied 15, omschrijving 500, status 15, " +
      "laatste_melding date?, voortgangsnotitie 1000?, versie int",
    toestemming:
      "id uuid, nieuwkomer_id uuid, partij 40, gegeven 60, gegeven_op moment, vastgelegd_door 12, " +
      "vastgelegd_door_id 255?, wijze 12?, ingetrokken_op moment?, ingetrokken_door 12?, ingetrokken_door_id 255?, " +
      "ingetrokken_wijze 12?, versie int",
  },
  wpda: {
    klantdossier:
      "id uuid, nieuwkomer_id uuid, gemeente 6, begindatum date, einddatum date?, klantmanager_id 100?, " +
      "werkcoach_id 100?, participatiecoach_id 100?, geboortedatum date?, geslacht 1, nationaliteit 60?",
    uitkering:
      "id uuid, klantdossier_id uuid, nieuwkomer_id uuid, soort 30, ingangsdatum date, einddatum date?, " +
      "bedrag_in_centen int",
    reintegratievoorziening:
      "id uuid, klantdossier_id uuid, nieuwkomer_id uuid, soort 30, datum_start date, " +
      "datum_verwacht_einde date?, datum_einde date?, uren_per_week int, versie int",
    ontzorgen: "id uuid, nieuwkomer_id uuid, begindatum date, einddatum date",
    vaste_last: "id uuid, ontzorgen_id uuid, nieuwkomer_id uuid, soort 30, bedrag_in_centen int",
  },
  vluchtelingenwerk: {
    begeleiding:
      "id uuid, nieuwkomer_id uuid, gemeente 6, begeleider_id 100, startdatum date, einddatum date?, " +
      "onderwerpen text[], notitie 2000?",
    pvt: "id uuid, begeleiding_id uuid, nieuwkomer_id uuid, startdatum date, datum_ondertekening date?",
    pvt_bijeenkomst: "id uuid, pvt_id uuid, nieuwkomer_id uuid, datum date, uren int, aanwezig boolean",
  },
  roc: {
    inschrijving:
      "id uuid, nieuwkomer_id uuid, gemeente 6, soort 30, opleiding 200, trajectbegeleider_id 100?, " +
      "startdatum date, einddatum date?",
    les: "id uuid, inschrijving_id uuid, nieuwkomer_id uuid, datum date, uren int, aanwezigheid 20",
    taalniveaumeting:
      "id uuid, inschrijving_id uuid, nieuwkomer_id uuid, vaardigheid 2, niveau 2, datum date",
  },
};

const tests: Record<string, (value: unknown) => boolean> = {
  uuid: (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(value)),
  date: (value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)),
  moment: (value) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(String(value)),
  int: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 31,
  boolean: (value) => typeof value === "boolean",
  "text[]": (value) => Array.isArray(value) && value.length > 0,
};

function fits(type: string, value: unknown): boolean {
  if (value === null) return type.endsWith("?");
  const bare = type.replace("?", "");
  const test = tests[bare];
  if (test) return test(value);
  return typeof value === "string" && value.length > 0 && value.length <= Number(bare);
}

/** The columns that a row lacks, has too many, or fills with what does not fit. */
function mistakes(row: Row, columns: string): string[] {
  const types = new Map(columns.split(", ").map((column) => column.split(" ") as [string, string]));
  const missing = [...types.keys()].filter((name) => !(name in row));
  const wrong = Object.entries(row).filter(([name, value]) => !fits(types.get(name) ?? "", value));
  return [...missing, ...wrong.map(([name, value]) => `${name}: ${JSON.stringify(value)}`)];
}

/** Every value of every enum in the SDL of a subgraph. */
function enumsOf(subgraph: string, file: string): Map<string, Set<string>> {
  const url = new URL(`../../../subgraphs/${subgraph}/schema/${file}.graphql`, import.meta.url);
  const enums = readFileSync(url, "utf8").matchAll(/^enum (\w+) \{([^}]*)\}/gm);
  return new Map(
    [...enums].map(([, name, body]) => [
      name ?? "",
      new Set((body ?? "").match(/^ {2}[A-Z][A-Z0-9_]*$/gm)?.map((v) => v.trim())),
    ]),
  );
}

const partijen = ["gemeente", "wpda", "vluchtelingenwerk", "roc"] as const;
const voorbeeld = maakVoorbeeldbevolking({ vandaag: "2026-11-22" });
const [groot] = maakGrotePopulatie({ vandaag: "2026-11-22", nieuwkomers: 1_000 });

describe.each([
  ["the example population", voorbeeld],
  ["a batch of the large population", groot ?? voorbeeld],
])("%s", (_, bevolking) => {
  it.each(partijen)("has the tables of %s, each with rows", (partij) => {
    const tabellen: Tabellen = bevolking[partij];
    expect(Object.keys(tabellen)).toEqual(Object.keys(kolommen[partij]));
    for (const [tabel, rows] of Object.entries(tabellen)) expect(rows.length, tabel).toBeGreaterThan(0);
  });

  it.each(partijen)("fills the columns of %s with values that fit", (partij) => {
    const tabellen: Tabellen = bevolking[partij];
    for (const [tabel, columns] of Object.entries(kolommen[partij])) {
      expect((tabellen[tabel] ?? []).flatMap((row) => mistakes(row, columns))).toEqual([]);
    }
  });
});

describe("the values of an enum", () => {
  const { gemeente, wpda, vluchtelingenwerk, roc } = voorbeeld;
  const gebruikt: readonly [string, string, string, readonly (string | null)[]][] = [
    ["gemeente", "nieuwkomer", "Geslacht", gemeente.nieuwkomer.map((row) => row.geslacht)],
    ["gemeente", "nieuwkomer", "Regime", gemeente.nieuwkomer.map((row) => row.regime)],
    ["gemeente", "nieuwkomer", "Doelgroep", gemeente.nieuwkomer.map((row) => row.doelgroep)],
    [
      "gemeente",
      "nieuwkomer",
      "GedetailleerdeDoelgroep",
      gemeente.nieuwkomer.map((row) => row.gedetailleerde_doelgroep),
    ],
    ["gemeente", "gezin", "Gezinsrol", gemeente.nieuwkomer.map((row) => row.gezinsrol)],
    [
      "gemeente",
      "inburgering",
      "RedenGeenInburgeringsplicht",
      gemeente.inburgeringsplicht.map((row) => row.reden_geen),
    ],
    [
      "gemeente",
      "inburgering",
      "BeoordelingVerlenging",
      gemeente.verlenging.map((row) => row.beoordeling_aanvraag),
    ],
    ["gemeente", "inburgering", "Verlengingsgrond", gemeente.verlenging.map((row) => row.verlengingsgrond)],
    ["gemeente", "inburgering", "Ontheffingsgrond", gemeente.ontheffing.map((row) => row.grond)],
    ["gemeente", "inburgering", "Examenonderdeel", gemeente.examenresultaat.map((row) => row.onderdeel)],
    ["gemeente", "inburgering", "Taalniveau", gemeente.examenresultaat.map((row) => row.niveau)],
    ["gemeente", "inburgering", "Examenuitslag", gemeente.examenresultaat.map((row) => row.resultaat)],
    ["gemeente", "pip", "PipStatus", gemeente.pip.map((row) => row.status)],
    ["gemeente", "pip", "LeerrouteType", gemeente.pip.map((row) => row.leerroute_type)],
    ["gemeente", "pip", "Alfabetisering", gemeente.pip.map((row) => row.alfabetisering)],
    ["gemeente", "pip", "Leefgebied", [...gemeente.doel, ...gemeente.taak].map((row) => row.leefgebied)],
    ["gemeente", "pip", "DoelStatus", gemeente.doel.map((row) => row.status)],
    ["gemeente", "pip", "TaakStatus", gemeente.taak.map((row) => row.status)],
    [
      "gemeente",
      "toestemming",
      "ToestemmingVastlegger",
      gemeente.toestemming.flatMap((row) => [row.vastgelegd_door, row.ingetrokken_door]),
    ],
    ["gemeente", "toestemming", "ToestemmingWijze", gemeente.toestemming.map((row) => row.wijze)],
    ["wpda", "uitkering", "UitkeringSoort", wpda.uitkering.map((row) => row.soort)],
    ["wpda", "reintegratie", "ReintegratieSoort", wpda.reintegratievoorziening.map((row) => row.soort)],
    ["wpda", "ontzorgen", "VasteLastSoort", wpda.vaste_last.map((row) => row.soort)],
    [
      "vluchtelingenwerk",
      "begeleiding",
      "Begeleidingsonderwerp",
      vluchtelingenwerk.begeleiding.flatMap((row) => row.onderwerpen),
    ],
    ["roc", "inschrijving", "InschrijvingSoort", roc.inschrijving.map((row) => row.soort)],
    ["roc", "lesaanwezigheid", "Aanwezigheid", roc.les.map((row) => row.aanwezigheid)],
    ["roc", "voortgang", "Taalvaardigheid", roc.taalniveaumeting.map((row) => row.vaardigheid)],
    ["roc", "voortgang", "Taalniveau", roc.taalniveaumeting.map((row) => row.niveau)],
  ];
  const volledig = new Set([
    ...["Geslacht", "Regime", "Doelgroep", "Gezinsrol", "BeoordelingVerlenging", "Verlengingsgrond"],
    ...[
      "Ontheffingsgrond",
      "Examenonderdeel",
      "Examenuitslag",
      "PipStatus",
      "LeerrouteType",
      "Alfabetisering",
    ],
    ...["Leefgebied", "DoelStatus", "ReintegratieSoort", "VasteLastSoort", "ToestemmingVastlegger"],
    ...["Begeleidingsonderwerp", "InschrijvingSoort", "Aanwezigheid", "Taalvaardigheid"],
  ]);

  it.each(gebruikt)("stand in the SDL of %s, %s.graphql: %s", (subgraph, file, name, values) => {
    const allowed = [...(enumsOf(subgraph, file).get(name) ?? [])];
    const used = new Set(values.filter((value) => value !== null));
    expect(allowed).toEqual(expect.arrayContaining([...used]));
    if (volledig.has(name)) expect([...used].sort()).toEqual(allowed.sort());
  });
});
