import { uitlegVoorwaarden } from "@ketenhub/protocol";
import { readProtocolFile } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";

const { document } = await readProtocolFile();
const delen = [
  ...document.doelen.map(({ id, uitleg }) => ({ deel: `doel ${id}`, uitleg })),
  ...document.gegevens.map(({ id, uitleg }) => ({ deel: `gegeven ${id}`, uitleg })),
];
const teksten = [
  ...delen.flatMap(({ deel, uitleg }) => (uitleg === undefined ? [] : [{ deel, tekst: uitleg }])),
  ...uitlegVoorwaarden.map((tekst) => ({ deel: "voorwaarde", tekst })),
];

const langsteZin = 15;
const langsteWoord = 20;

/** Words of lawyers, of officials and of this hub itself. A nieuwkomer who reads at B1 meets them nowhere else. */
const vaktaal = [
  "aanspreekpunt",
  "autorisatie",
  "belastbaarheid",
  "beschikking",
  "bevoegd",
  "bronhouder",
  "categorie",
  "caseload",
  "conform",
  "dagtekening",
  "derhalve",
  "gegevenscategorie",
  "geautoriseerd",
  "grondslag",
  "handhaving",
  "indicatie",
  "inzage",
  "keten",
  "ketenrelatie",
  "leefgebied",
  "leerbaarheid",
  "monitoren",
  "ontheffing",
  "ontzorgen",
  "participatie",
  "participeren",
  "partij",
  "persoonsgegevens",
  "protocol",
  "register",
  "regie",
  "regievoerder",
  "re-integratie",
  "rechtmatig",
  "status",
  "termijn",
  "traject",
  "verantwoording",
  "verlenging",
  "verstrekken",
  "verwerking",
  "verzuim",
  "voorziening",
  "zelfredzaamheid",
];

const zinnenVan = (tekst: string) => tekst.split(/(?<=[.?!])\s+/);
const woordenVan = (zin: string) => zin.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];

/** Why a text is not taalniveau B1, as far as can be measured; nothing when it may be. */
function bezwaren(tekst: string): readonly string[] {
  const zinnen = zinnenVan(tekst);
  const woorden = zinnen.flatMap(woordenVan).map((woord) => woord.toLowerCase());
  return [
    ...zinnen.filter((zin) => woordenVan(zin).length > langsteZin).map((zin) => `lange zin: ${zin}`),
    ...zinnen.filter((zin) => !/^[\p{Lu}].*[.?!]$/u.test(zin)).map((zin) => `geen zin: ${zin}`),
    ...woorden.filter((woord) => vaktaal.includes(woord)).map((woord) => `vaktaal: ${woord}`),
    ...woorden
      .filter((woord) => woord.length > langsteWoord && !woord.includes("-"))
      .map((woord) => `lang woord: ${woord}`),
  ];
}

describe("the protocol in plain words", () => {
  it("says of every doel and every gegeven what it is", () => {
    expect(delen.filter(({ uitleg }) => uitleg === undefined).map(({ deel }) => deel)).toEqual([]);
  });

  it.each(teksten)("$deel: $tekst", ({ tekst }) => {
    expect(bezwaren(tekst)).toEqual([]);
  });

  it("speaks to the nieuwkomer and not about him", () => {
    const over = teksten.filter(({ tekst }) =>
      /\b(de nieuwkomer|betrokkene|inburgeraar|cliënt)\b/i.test(tekst),
    );
    expect(over).toEqual([]);
  });

  it("says of no two gegevens the same", () => {
    const texts = document.gegevens.map(({ uitleg }) => uitleg);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
});

describe("the measure of plain words", () => {
  it("lets plain sentences pass", () => {
    expect(bezwaren("Of u een uitkering krijgt. Niet hoeveel geld.")).toEqual([]);
  });

  it("sees a long sentence, half a sentence, a word of lawyers and a word that is too long", () => {
    const lang = `U ${"en ".repeat(langsteZin)}ik.`;
    expect(bezwaren(lang)).toEqual([`lange zin: ${lang}`]);
    expect(bezwaren("uw naam")).toEqual(["geen zin: uw naam"]);
    expect(bezwaren("De grondslag van de Verwerking.")).toEqual([
      "vaktaal: grondslag",
      "vaktaal: verwerking",
    ]);
    expect(bezwaren("Het participatieverklaringstraject.")).toEqual([
      "lang woord: participatieverklaringstraject",
    ]);
  });
});
