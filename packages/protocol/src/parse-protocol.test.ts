import { describe, expect, it } from "vitest";
import { OngeldigProtocol, parseProtocol } from "./parse-protocol.ts";

// The numbers of the lines stand in the expectations below.
const valid = `protocol: Proef
versie: 1.0.0
geldigVanaf: 2026-01-01
drempelKleineAantallen: 10
partijen:
  - id: wpda
    naam: Werkplein
    oin: ["00000001999900002010"]
    rollen:
      - { id: werkcoach, omschrijving: Begeleidt naar werk. }
  - id: roc
    naam: ROC
    oin: ["00000001999900002030"]
    rollen:
      - { id: docent, omschrijving: Geeft les. }
doelen:
  - id: reintegratie
    omschrijving: Begeleiden naar werk.
    grondslag: ["Participatiewet artikel 7"]
gegevens:
  - id: contact
    bronhouder: wpda
    omschrijving: Telefoonnummer.
    bewaartermijn: P5Y
  - id: naam
    bronhouder: roc
    omschrijving: De naam.
    bewaartermijn: P5Y
artikelen:
  - id: "1.1"
    tekst: De werkcoach leest de naam.
    partij: wpda
    rollen: [werkcoach]
    doelen: [reintegratie]
    lezen: [contact, naam]
    voorwaarden: [betrokken]
    grondslag: ["Participatiewet artikel 67a"]
`;

/** What is said about the valid document after one change. */
function fouten(from: string | RegExp, to: string): readonly string[] {
  const text = valid.replace(from, to);
  expect(text).not.toBe(valid);
  return foutenIn(text);
}

function foutenIn(text: string): readonly string[] {
  try {
    parseProtocol(text, "proef.yaml");
  } catch (error) {
    if (error instanceof OngeldigProtocol) return error.fouten;
    throw error;
  }
  return [];
}

describe("a protocol that can be used", () => {
  it("is read as it is written", () => {
    const { versie, partijen, artikelen } = parseProtocol(valid, "proef.yaml");
    expect(versie).toBe("1.0.0");
    expect(partijen.map(({ id }) => id)).toEqual(["wpda", "roc"]);
    expect(artikelen[0]?.lezen).toEqual(["contact", "naam"]);
  });
});

describe("a name that nobody defined", () => {
  it.each([
    [
      "partij",
      "partij: wpda",
      "partij: wdpa",
      "proef.yaml:32: artikelen.0.partij: wdpa is geen partij in dit protocol; verwacht een van: wpda, roc",
    ],
    [
      "rol",
      "rollen: [werkcoach]",
      "rollen: [docent]",
      "proef.yaml:33: artikelen.0.rollen.0: docent is geen rol van wpda in dit protocol; verwacht een van: werkcoach",
    ],
    [
      "doel",
      "doelen: [reintegratie]",
      "doelen: [regie]",
      "proef.yaml:34: artikelen.0.doelen.0: regie is geen doel in dit protocol; verwacht een van: reintegratie",
    ],
    [
      "gegeven to read",
      "lezen: [contact, naam]",
      "lezen: [contact, bsn]",
      "proef.yaml:35: artikelen.0.lezen.1: bsn is geen gegeven in dit protocol; verwacht een van: contact, naam",
    ],
    [
      "gegeven to write",
      "lezen: [contact, naam]",
      "schrijven: [namen]",
      "proef.yaml:35: artikelen.0.schrijven.0: namen is geen gegeven in dit protocol; verwacht een van: contact, naam",
    ],
    [
      "bronhouder",
      "bronhouder: roc",
      "bronhouder: rocc",
      "proef.yaml:26: gegevens.1.bronhouder: rocc is geen partij in dit protocol; verwacht een van: wpda, roc",
    ],
  ])("is refused: %s", (_what, from, to, message) => {
    expect(fouten(from, to)).toEqual([message]);
  });
});

describe("something that stands there twice", () => {
  const article = valid.slice(valid.indexOf('  - id: "1.1"'));

  it.each([
    ["a partij", "id: roc", "id: wpda", "proef.yaml:11: partijen.1.id: wpda komt twee keer voor"],
    [
      "a doel",
      "\ngegevens:",
      "\n  - { id: reintegratie, omschrijving: Weer., grondslag: [x] }\ngegevens:",
      "proef.yaml:20: doelen.1.id: reintegratie komt twee keer voor",
    ],
    ["a gegeven", "id: naam\n", "id: contact\n", "proef.yaml:25: gegevens.1.id: contact komt twee keer voor"],
    ["an article", /$/, article, "proef.yaml:38: artikelen.1.id: 1.1 komt twee keer voor"],
    [
      "an OIN",
      "00000001999900002030",
      "00000001999900002010",
      "proef.yaml:13: partijen.1.oin.0: OIN 00000001999900002010 is al van wpda",
    ],
    [
      "a key",
      "naam: Werkplein",
      "naam: Werkplein\n    naam: Plein",
      "proef.yaml:8: Map keys must be unique at line 8, column 5:",
    ],
  ])("is refused: %s", (_what, from, to, message) => {
    expect(fouten(from, to)).toContain(message);
  });
});

describe("something that is missing, unknown or misshapen", () => {
  it.each([
    [
      "no grondslag",
      'grondslag: ["Participatiewet artikel 67a"]',
      "grondslag: []",
      "proef.yaml:37: artikelen.0.grondslag: verwacht ten minste één grondslag: wet, artikel en lid",
    ],
    [
      "no conditions",
      "voorwaarden: [betrokken]",
      "voorwaarden: []",
      "proef.yaml:36: artikelen.0.voorwaarden: verwacht ten minste één voorwaarde: geen artikel opent zonder voorwaarde",
    ],
    [
      "an article that opens nothing",
      "    lezen: [contact, naam]\n",
      "",
      "proef.yaml:30: artikelen.0: verwacht lezen of schrijven, of beide",
    ],
    [
      "an article that names nothing to read and nothing to write",
      "lezen: [contact, naam]",
      "lezen: []\n    schrijven: []",
      "proef.yaml:30: artikelen.0: verwacht lezen of schrijven, of beide",
    ],
    [
      "an article number that YAML reads as a number",
      'id: "1.1"',
      "id: 1.1",
      "proef.yaml:30: artikelen.0.id: Invalid input: expected string, received number",
    ],
    [
      "an article number of another form",
      'id: "1.1"',
      'id: "1.A"',
      'proef.yaml:30: artikelen.0.id: verwacht een artikelnummer tussen aanhalingstekens, bijvoorbeeld "4.2"',
    ],
    [
      "a day that does not exist",
      "2026-01-01",
      "2026-02-29",
      "proef.yaml:3: geldigVanaf: verwacht een dag als JJJJ-MM-DD",
    ],
    [
      "a version of another form",
      "versie: 1.0.0",
      "versie: 1.0",
      "proef.yaml:2: versie: Invalid input: expected string, received number",
    ],
    [
      "an OIN that is too short",
      "00000001999900002030",
      "1999900002030",
      "proef.yaml:13: partijen.1.oin.0: verwacht een OIN: twintig cijfers",
    ],
    [
      "an id that is not kebab-case",
      "id: reintegratie",
      "id: Re_integratie",
      "proef.yaml:17: doelen.0.id: verwacht kleine letters, cijfers en streepjes, bijvoorbeeld pip-kern",
    ],
    [
      "a retention period of another form",
      "P5Y",
      "5 jaar",
      "proef.yaml:24: gegevens.0.bewaartermijn: verwacht een ISO 8601-duur, bijvoorbeeld P5Y",
    ],
    ["an empty text", "naam: ROC", 'naam: " "', "proef.yaml:12: partijen.1.naam: verwacht een tekst"],
  ])("is refused: %s", (_what, from, to, message) => {
    expect(fouten(from, to)).toContain(message);
  });

  it("is refused: a key that nobody knows, at the line of what holds it", () => {
    expect(fouten("    lezen: [contact, naam]", "    lezen: [contact, naam]\n    leest: [bsn]")).toEqual([
      'proef.yaml:30: artikelen.0: Unrecognized key: "leest"',
    ]);
  });

  it("is refused: a condition that is not in the vocabulary", () => {
    for (const voorwaarde of ["betroken", "{ lopend: schuldhulp }", "{ niet: betrokken }", "[betrokken]"]) {
      const [message, ...rest] = fouten("voorwaarden: [betrokken]", `voorwaarden: [${voorwaarde}]`);
      expect(message).toMatch(/^proef\.yaml:36: artikelen\.0\.voorwaarden\.0: /);
      expect(rest).toEqual([]);
    }
  });

  it("is refused: no document at all", () => {
    for (const text of ["", "null", "[]", "tekst"]) expect(foutenIn(text)).toHaveLength(1);
  });

  it("is all told at once", () => {
    const text = valid.replace("partij: wpda", "partij: wdpa").replace("bronhouder: roc", "bronhouder: rocc");
    expect(foutenIn(text)).toHaveLength(2);
    expect(() => parseProtocol(text, "proef.yaml")).toThrow(
      /^Het protocol kan niet worden gebruikt:\nproef\.yaml:26: .+\nproef\.yaml:32: /,
    );
    expect(String(new OngeldigProtocol([]))).toMatch(/^OngeldigProtocol: /);
  });
});

describe("the days on which a version is in force", () => {
  it("are refused when the last comes before the first", () => {
    expect(fouten("geldigVanaf: 2026-01-01", "geldigVanaf: 2026-01-01\ngeldigTot: 2025-12-31")).toEqual([
      "proef.yaml:4: geldigTot: 2025-12-31 ligt voor geldigVanaf; verwacht 2026-01-01 of een latere dag",
    ]);
  });

  it("may be one day", () => {
    const text = valid.replace("geldigVanaf: 2026-01-01", "geldigVanaf: 2026-01-01\ngeldigTot: 2026-01-01");
    expect(parseProtocol(text, "proef.yaml").geldigTot).toBe("2026-01-01");
  });
});

describe("YAML with tricks in it", () => {
  it("is refused with file and line when it is no YAML", () => {
    expect(fouten("oin: [", "oin: [[")[0]).toMatch(/^proef\.yaml:\d+: \S/);
    expect(fouten("naam: ROC", "naam: ROC\n   rol: x")[0]).toMatch(/^proef\.yaml:\d+: \S/);
  });

  it("is refused when there are two documents in one file", () => {
    expect(fouten(/$/, "---\nprotocol: Tweede\n")[0]).toMatch(
      /^proef\.yaml:38: Source contains multiple documents/,
    );
  });

  it("does not merge one article into another: each says itself what it opens", () => {
    const text = valid.replace('- id: "1.1"', '- &een\n    id: "1.1"');
    expect(foutenIn(text)).toEqual([]);
    expect(foutenIn(`${text}  - { <<: *een, id: "1.2" }\n`)).toContainEqual(
      expect.stringMatching(/^proef\.yaml:39: artikelen\.1: Unrecognized key: "<<"$/),
    );
  });

  it("is refused when it refers to something that is nowhere", () => {
    expect(fouten("protocol: Proef", "protocol: *nergens")).toEqual([
      expect.stringMatching(/^proef\.yaml:1: .*nergens/),
    ]);
  });

  it("puts nothing on the prototype of every object", () => {
    expect(fouten("protocol: Proef", "protocol: Proef\n__proto__: { open: true }").length).toBeGreaterThan(0);
    expect(Object.hasOwn(Object.prototype, "open")).toBe(false);
  });

  it("does not grow out of bounds by anchors that refer to anchors", () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const items = level === 0 ? "x" : Array.from({ length: 9 }, () => `*a${level - 1}`).join(", ");
      return `a${level}: &a${level} [${items}]`;
    });
    const before = performance.now();
    expect(foutenIn(`${levels.join("\n")}\n${valid}`)).toEqual([
      expect.stringMatching(/^proef\.yaml:1: Excessive alias count/),
    ]);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
