import { describe, expect, it } from "vitest";
import { OngeldigProtocol, type ParseOptions, parseProtocol } from "./parse-protocol.ts";

// The numbers of the lines stand in the expectations below.
const valid = `protocol: Proef
versie: 1.0.0
geldigVanaf: 2026-01-01
drempelKleineAantallen: 10
partijen:
  - { id: wpda, naam: Werkplein, oin: ["00000001999900002010"], rollen: [{ id: coach, omschrijving: x }] }
  - { id: roc, naam: ROC, oin: ["00000001999900002030"], rollen: [{ id: docent, omschrijving: x }] }
doelen:
  - { id: bijstand, omschrijving: Geld., grondslag: ["Participatiewet artikel 7"] }
gegevens:
  - { id: ontzorgen, bronhouder: wpda, omschrijving: Vaste lasten., bewaartermijn: P5Y }
  - { id: bedrag, bronhouder: wpda, omschrijving: Hoeveel., bewaartermijn: P5Y }
  - { id: gezondheid, bronhouder: roc, bijzonder: true, omschrijving: Hoe het gaat., bewaartermijn: P5Y }
  - { id: naam, bronhouder: roc, omschrijving: De naam., bewaartermijn: P5Y }
artikelen:
  - id: "1.1"
    tekst: De coach leest het bedrag.
    partij: wpda
    rollen: [coach]
    doelen: [bijstand]
    lezen: [ontzorgen, bedrag]
    voorwaarden: [betrokken, { lopend: ontzorgen }]
    grondslag: ["Participatiewet artikel 56a"]
  - id: "1.2"
    tekst: De coach leest de gezondheid.
    partij: wpda
    rollen: [coach]
    doelen: [bijstand]
    lezen: [gezondheid]
    schrijven: [naam]
    voorwaarden: [betrokken]
    grondslag: ["Participatiewet artikel 67a"]
    grondslagBijzonder: ["UAVG artikel 30 lid 1"]
`;

const bijzonderRegel = `    grondslagBijzonder: ["UAVG artikel 30 lid 1"]\n`;
const zonder = valid.replace(bijzonderRegel, "");

function foutenIn(text: string, options?: ParseOptions): readonly string[] {
  try {
    parseProtocol(text, "proef.yaml", options);
  } catch (error) {
    if (error instanceof OngeldigProtocol) return error.fouten;
    throw error;
  }
  return [];
}

describe("an article that opens a bijzonder gegeven", () => {
  it("is accepted with a grondslag for that", () => {
    expect(foutenIn(valid)).toEqual([]);
  });

  it.each([
    ["to read", zonder],
    [
      "to write",
      zonder.replace("lezen: [gezondheid]", "schrijven: [gezondheid]").replace(/ +schrijven: \[naam\]\n/, ""),
    ],
  ])("is refused without one: %s", (_how, text) => {
    expect(foutenIn(text)).toEqual([
      'proef.yaml:24: artikelen.1: artikel 1.2 opent bijzondere gegevens (gezondheid); verwacht ook grondslagBijzonder, bijvoorbeeld ["AVG artikel 9 lid 2 onder g"]',
    ]);
  });

  it("is told each of them once, and which others there are", () => {
    const twee = "bijzonder: true, omschrijving: De naam.";
    const allebei = valid.replace("omschrijving: De naam.", twee);
    expect(foutenIn(allebei.replace(bijzonderRegel, ""))).toEqual([
      expect.stringContaining("artikel 1.2 opent bijzondere gegevens (gezondheid, naam); verwacht"),
    ]);
    const geen = allebei
      .replace("lezen: [gezondheid]", "lezen: [bedrag]")
      .replace("    schrijven: [naam]\n", "");
    expect(foutenIn(geen)).toEqual([expect.stringMatching(/alleen bij gezondheid, naam$/)]);
  });

  it("is refused with an empty one", () => {
    expect(foutenIn(valid.replace('["UAVG artikel 30 lid 1"]', "[]"))).toEqual([
      expect.stringMatching(/^proef\.yaml:33: artikelen\.1\.grondslagBijzonder: /),
    ]);
  });
});

describe("an article that opens no bijzonder gegeven", () => {
  it("is refused when it claims a grondslag for one, and hears which are bijzonder", () => {
    expect(foutenIn(valid.replace("lezen: [gezondheid]", "lezen: [naam]"))).toEqual([
      "proef.yaml:33: artikelen.1.grondslagBijzonder: artikel 1.2 opent geen bijzonder gegeven; verwacht hier geen grondslagBijzonder, alleen bij gezondheid",
    ]);
  });

  it("hears, where nothing is bijzonder yet, what would be", () => {
    expect(foutenIn(valid.replace("bijzonder: true, ", ""))).toEqual([
      "proef.yaml:33: artikelen.1.grondslagBijzonder: artikel 1.2 opent geen bijzonder gegeven; verwacht hier geen grondslagBijzonder, alleen bij een gegeven met bijzonder: true",
    ]);
  });
});

describe("an article that is open as long as something runs", () => {
  it("is refused when it opens a gegeven of a bronhouder that cannot know whether it runs", () => {
    for (const [from, to, melding] of [
      ["lezen: [ontzorgen, bedrag]", "lezen: [ontzorgen, naam]", "proef.yaml:21: artikelen.0.lezen.1: "],
      [
        "    lezen: [ontzorgen",
        "    schrijven: [naam]\n    lezen: [ontzorgen",
        "proef.yaml:21: artikelen.0.schrijven.0: ",
      ],
    ] as const) {
      expect(foutenIn(valid.replace(from, to))).toEqual([
        `${melding}naam is van roc, en alleen wpda weet of ontzorgen loopt; verwacht bij lopend: ontzorgen alleen gegevens van wpda, en de andere in een artikel zonder deze voorwaarde`,
      ]);
    }
  });

  it("is not blamed for the bronhouder of a gegeven that does not exist", () => {
    expect(foutenIn(valid.replace("lezen: [ontzorgen, bedrag]", "lezen: [ontzorgen, inkomen]"))).toEqual([
      expect.stringMatching(/^proef\.yaml:21: artikelen\.0\.lezen\.1: inkomen is geen gegeven/),
    ]);
  });

  it("is refused when no bronhouder knows whether it runs", () => {
    const text = valid
      .replaceAll("ontzorgen", "ontzorging")
      .replace("lopend: ontzorging", "lopend: ontzorgen");
    expect(foutenIn(text)).toEqual([
      "proef.yaml:22: artikelen.0.voorwaarden.1.lopend: geen bronhouder weet of ontzorgen loopt; verwacht een gegeven met id ontzorgen, waarvan de bronhouder dat weet",
    ]);
  });
});

describe("an article with a task on a leefgebied", () => {
  it("may open a gegeven of any bronhouder: a task is no period of which one of them knows the end", () => {
    expect(foutenIn(valid.replace("lopend: ontzorgen", "eigen-taak: werk"))).toEqual([]);
  });
});

describe("a version whose place was taken", () => {
  it("stays as it was agreed: these rules came later", () => {
    const text = zonder.replace("lezen: [ontzorgen, bedrag]", "lezen: [ontzorgen, naam]");
    expect(foutenIn(text)).toHaveLength(2);
    expect(foutenIn(text, { vervangen: true })).toEqual([]);
  });

  it("is not excused from what always held", () => {
    expect(foutenIn(zonder.replace("partij: wpda", "partij: wdpa"), { vervangen: true })).toHaveLength(1);
  });
});
