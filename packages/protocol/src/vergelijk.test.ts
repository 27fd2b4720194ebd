import { readProtocolFile } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";
import { artikel, protocolVan } from "../test/verzoek.ts";
import type { Artikel, ProtocolDocument, Voorwaarde } from "./document.ts";
import { vergelijk } from "./vergelijk.ts";
import { vergelijkingInWoorden } from "./vergelijking-in-woorden.ts";

const doc = (...artikelen: readonly Artikel[]): ProtocolDocument => protocolVan(...artikelen).document;
const met = (id: string, ...voorwaarden: readonly Voorwaarde[]) =>
  artikel(id, { voorwaarden: [...voorwaarden] });
const woorden = (oud: ProtocolDocument, nieuw: ProtocolDocument) =>
  vergelijkingInWoorden(vergelijk(oud, nieuw));
const wie = "wpda · werkcoach: lezen contact voor reintegratie";

describe("who gains and who loses", () => {
  it("is nobody between a document and itself", async () => {
    const { document } = await readProtocolFile();
    expect(woorden(document, document)).toEqual({ erbij: [], eraf: [], overig: [] });
  });

  it("is told of an article that comes and of one that goes", () => {
    const een = doc(artikel("1.1"));
    const twee = doc(
      artikel("1.1"),
      artikel("1.2", { partij: "roc", rollen: ["docent"], schrijven: ["bsn"], lezen: [] }),
    );
    expect(woorden(een, twee).erbij).toEqual([
      "roc · docent: schrijven bsn voor reintegratie, als betrokken",
    ]);
    expect(woorden(een, twee).eraf).toEqual([]);
    expect(woorden(twee, een).erbij).toEqual([]);
    expect(woorden(twee, een).eraf).toEqual([
      "roc · docent: niet meer schrijven bsn voor reintegratie (eerst als betrokken)",
    ]);
  });

  it.each<[string, readonly Artikel[], readonly Artikel[], string[], string[]]>([
    [
      "a condition that is dropped is a gain",
      [met("1.1", "betrokken", "eigen-gemeente")],
      [met("1.1", "betrokken")],
      [`${wie}, nu ook als betrokken (eerst alleen als betrokken en eigen-gemeente)`],
      [],
    ],
    [
      "a condition that is added is a loss",
      [met("1.1", "betrokken")],
      [met("1.1", "betrokken", "eigen-gemeente")],
      [],
      [`${wie}, niet meer als betrokken (nu alleen als betrokken en eigen-gemeente)`],
    ],
    [
      "another condition is both",
      [met("1.1", "betrokken")],
      [met("1.1", "eigen-register")],
      [`${wie}, nu ook als eigen-register (eerst alleen als betrokken)`],
      [`${wie}, niet meer als betrokken (nu alleen als eigen-register)`],
    ],
    [
      "a task on any leefgebied is more than a task on one",
      [met("1.1", { "eigen-taak": "werk" })],
      [met("1.1", "eigen-taak")],
      [`${wie}, nu ook als eigen-taak (eerst alleen als eigen-taak: werk)`],
      [],
    ],
    [
      "a task on another leefgebied is both",
      [met("1.1", { "eigen-taak": "werk" })],
      [met("1.1", { "eigen-taak": "zorg" })],
      [`${wie}, nu ook als eigen-taak: zorg (eerst alleen als eigen-taak: werk)`],
      [`${wie}, niet meer als eigen-taak: werk (nu alleen als eigen-taak: zorg)`],
    ],
    ["the number of the article is neither", [met("1.1", "betrokken")], [met("1.2", "betrokken")], [], []],
    [
      "the order of the conditions is neither",
      [met("1.1", "betrokken", "eigen-taak")],
      [met("1.1", "eigen-taak", "betrokken")],
      [],
      [],
    ],
    [
      "an article that opens what was open already is neither",
      [met("1.1", "betrokken")],
      [met("1.1", "betrokken"), met("1.2", "betrokken", "eigen-gemeente")],
      [],
      [],
    ],
    [
      "two articles instead of one that opened as much are neither",
      [artikel("1.1", { lezen: ["contact", "bsn"] })],
      [artikel("1.1"), artikel("1.2", { lezen: ["bsn"] })],
      [],
      [],
    ],
  ])("%s", (_what, oud, nieuw, erbij, eraf) => {
    expect(woorden(doc(...oud), doc(...nieuw))).toMatchObject({ erbij, eraf });
  });

  it("is said on one line for everybody to whom the same happens", () => {
    const nieuw = doc(
      artikel("1.1", {
        rollen: ["werkcoach", "docent"],
        doelen: ["reintegratie", "bijstand"],
        lezen: ["contact", "bsn"],
      }),
      artikel("1.2", { partij: "roc", doelen: ["reintegratie", "bijstand"], lezen: ["bsn", "contact"] }),
    );
    expect(woorden(doc(), nieuw).erbij).toEqual([
      "wpda · werkcoach, wpda · docent: lezen contact, bsn voor reintegratie, bijstand, als betrokken",
      "roc · werkcoach: lezen bsn, contact voor reintegratie, bijstand, als betrokken",
    ]);
  });

  it("is told with each alternative once, however many articles say it", () => {
    const nieuw = doc(
      met("1.1", "betrokken"),
      met("1.2", "eigen-register", "eigen-gemeente"),
      met("1.3", "eigen-gemeente", "betrokken"),
      met("1.4", "betrokken"),
    );
    expect(woorden(doc(), nieuw).erbij).toEqual([
      `${wie}, als betrokken, of als eigen-gemeente en eigen-register`,
    ]);
  });
});

describe("what changes besides", () => {
  const basis = doc(artikel("1.1", { grondslag: ["Wet a", "Wet b"] }));
  const [doel, naloopDoel] = basis.doelen;
  const [gegeven] = basis.gegevens;
  const [partij, roc] = basis.partijen;
  const [eerste] = basis.artikelen;
  if (!doel || !naloopDoel || !gegeven || !partij || !roc || !eerste)
    throw new Error("The example is empty.");
  const anders = (change: Partial<ProtocolDocument>) => ({ ...basis, ...change });

  it.each<[string, ProtocolDocument, string]>([
    ["a lower threshold", anders({ drempelKleineAantallen: 5 }), "drempelKleineAantallen: van 10 naar 5"],
    [
      "a naloop",
      anders({ doelen: [{ ...doel, naloop: "P7D" }, naloopDoel] }),
      "doel reintegratie, naloop: van niets naar P7D",
    ],
    [
      "a longer naloop",
      anders({ doelen: [doel, { ...naloopDoel, naloop: "P15D" }] }),
      "doel bijstand, naloop: van P14D naar P15D",
    ],
    [
      "a longer bewaartermijn",
      anders({ gegevens: [{ ...gegeven, bewaartermijn: "P5Y1D" }] }),
      "gegeven contact, bewaartermijn: van P5Y naar P5Y1D",
    ],
    [
      "another bronhouder",
      anders({ gegevens: [{ ...gegeven, bronhouder: "roc" }] }),
      "gegeven contact, bronhouder: van wpda naar roc",
    ],
    [
      "another OIN of the same partij",
      anders({ partijen: [{ ...partij, oin: ["3".repeat(20)] }, roc] }),
      `partij wpda, oin: van ${"1".repeat(20)} naar ${"3".repeat(20)}`,
    ],
    [
      "an article on fewer grounds",
      anders({ artikelen: [{ ...eerste, grondslag: ["Wet b"] }] }),
      "artikel 1.1, grondslag: eraf Wet a",
    ],
  ])("is a gain when it lets more through: %s; and the other way around a loss", (_what, nieuw, regel) => {
    expect(woorden(basis, nieuw).erbij).toEqual([regel]);
    expect(woorden(nieuw, basis).erbij).toEqual(
      regel.includes("bronhouder") || regel.includes("oin") ? [expect.any(String)] : [],
    );
  });

  it.each(["bijzonder", "gevoelig"])(
    "is a gain when something is no longer %s, and a loss when it becomes so",
    (wat) => {
      const zo = anders({
        doelen: [{ ...doel, gevoelig: true }, naloopDoel],
        gegevens: [{ ...gegeven, bijzonder: true }],
      });
      const regel = (van: string, naar: string) =>
        expect.stringMatching(new RegExp(`, ${wat}: van ${van} naar ${naar}$`));
      expect(woorden(zo, basis).erbij).toContainEqual(regel("ja", "niets"));
      expect(woorden(basis, zo).eraf).toContainEqual(regel("niets", "ja"));
      const nee = anders({
        doelen: [{ ...doel, gevoelig: false }, naloopDoel],
        gegevens: [{ ...gegeven, bijzonder: false }],
      });
      expect(woorden(zo, nee).erbij).toContainEqual(regel("ja", "nee"));
      expect(woorden(basis, nee)).toMatchObject({ erbij: [], eraf: [] });
    },
  );

  it("is neither when words, grounds or days change", () => {
    const nieuw = anders({
      geldigVanaf: "2026-11-01",
      doelen: [{ ...doel, omschrijving: "Begeleiden naar werk." }, naloopDoel],
      artikelen: [{ ...eerste, tekst: "Een ander artikel.", grondslag: ["Wet a", "Wet c"] }],
    });
    expect(woorden(basis, nieuw)).toEqual({
      erbij: [],
      eraf: [],
      overig: [
        "geldigVanaf: van 2026-01-01 naar 2026-11-01",
        'doel reintegratie, omschrijving: van "Zonder naloop." naar "Begeleiden naar werk."',
        'artikel 1.1, tekst: van "Een artikel." naar "Een ander artikel."',
        "artikel 1.1, grondslag: erbij Wet c; eraf Wet b",
      ],
    });
  });

  it("loses no ground when one moves to where grounds for special categories stand", () => {
    const nieuw = anders({ artikelen: [{ ...eerste, grondslag: ["Wet b"], grondslagBijzonder: ["Wet a"] }] });
    expect(woorden(basis, nieuw).erbij).toEqual([]);
    expect(woorden(nieuw, anders({ artikelen: [{ ...eerste, grondslag: ["Wet b"] }] })).erbij).toEqual([
      "artikel 1.1, grondslag: eraf Wet a",
    ]);
  });

  it("is said together when it is only added, to many", () => {
    const nieuw = anders({ doelen: [doel, naloopDoel].map((een) => ({ ...een, uitleg: "Om te helpen." })) });
    expect(woorden(basis, nieuw).overig).toEqual(["doel, uitleg toegevoegd: reintegratie, bijstand"]);
  });

  it.each<[string, Partial<ProtocolDocument>, readonly string[]]>([
    ["a partij that goes", { partijen: [partij] }, ["partij vervalt: roc"]],
    ["a doel that goes", { doelen: [doel] }, ["doel vervalt: bijstand"]],
    [
      "gegevens that come",
      { gegevens: [...basis.gegevens, { ...gegeven, id: "inkomen" }, { ...gegeven, id: "adres" }] },
      ["gegeven nieuw: inkomen, adres"],
    ],
    [
      "another number of an article",
      { artikelen: [{ ...eerste, id: "1.2" }] },
      ["artikel nieuw: 1.2", "artikel vervalt: 1.1"],
    ],
    ["what holds for everything", { algemeen: ["Altijd."] }, ["protocol, algemeen toegevoegd"]],
    [
      "a rol in other words",
      { partijen: [{ ...partij, rollen: [{ id: "werkcoach", omschrijving: "Coach." }] }, roc] },
      ["partij wpda, rollen: erbij werkcoach, Coach.; eraf werkcoach, werkcoach; docent, docent"],
    ],
    [
      "grounds in another order",
      {
        artikelen: [
          { ...eerste, grondslag: ["Wet b", "Wet a"], doelen: [...eerste.doelen], rollen: ["werkcoach"] },
        ],
      },
      [],
    ],
  ])("is told of %s", (_what, change, overig) => {
    expect(woorden(basis, anders(change)).overig).toEqual(overig);
  });

  it("is told of what is taken away, from the whole and from a part", () => {
    const vol = anders({
      algemeen: ["Altijd."],
      gegevens: basis.gegevens.map((een) => ({ ...een, uitleg: "In gewone woorden." })),
    });
    expect(woorden(vol, basis).overig).toEqual([
      "protocol, algemeen weggehaald",
      "gegeven, uitleg weggehaald: contact, bsn",
    ]);
  });

  it("is told of a list in another order, and of conditions and closed things in their own words", () => {
    const een = anders({
      bewustDicht: [{ tekst: "Nooit.", gegevens: ["bsn", "contact"] }, { tekst: "Niet." }],
      artikelen: [{ ...eerste, voorwaarden: ["betrokken", { lopend: "ontzorgen" }] }],
    });
    const ander = anders({
      bewustDicht: [{ tekst: "Niet." }, { tekst: "Nooit.", gegevens: ["bsn"] }],
      artikelen: [{ ...eerste, voorwaarden: [{ lopend: "ontzorgen" }, "betrokken"] }],
    });
    expect(woorden(een, ander)).toEqual({
      erbij: [],
      eraf: [],
      overig: [
        "bewustDicht: erbij Nooit., bsn; eraf Nooit., bsn, contact",
        "artikel 1.1, voorwaarden: anders geschreven",
      ],
    });
  });

  it("is a gain when an OIN comes beside another, and a loss when one goes", () => {
    const twee = anders({ partijen: [{ ...partij, oin: [...partij.oin, "3".repeat(20)] }, roc] });
    expect(woorden(basis, twee)).toMatchObject({
      erbij: [`partij wpda, oin: erbij ${"3".repeat(20)}`],
      eraf: [],
    });
    expect(woorden(twee, basis)).toMatchObject({
      erbij: [],
      eraf: [`partij wpda, oin: eraf ${"3".repeat(20)}`],
    });
  });
});
