import { matrix, type ProtocolDocument, schrijfwijze } from "@ketenhub/protocol";
import { opsomming } from "./in-woorden.ts";
import { tabel } from "./markdown-tabel.ts";

type Artikel = ProtocolDocument["artikelen"][number];

/** The articles by chapter, each as the partijen agreed it, and what that means for the machine. */
export function artikelenTekst(document: ProtocolDocument): string {
  return hoofdstukkenVan(document)
    .map(({ kop, toelichting, artikelen }) =>
      [
        `## ${kop}`,
        ...(toelichting ? [toelichting] : []),
        ...artikelen.map((een) => artikelTekst(document, een)),
      ].join("\n\n"),
    )
    .join("\n\n");
}

/** What no article opens and why, and who may see what is bijzonder. */
export function dichtTekst(document: ProtocolDocument): string {
  const { bewustDicht = [] } = document;
  const genoemd = bewustDicht.flatMap(({ gegevens = [] }) => gegevens);
  const dicht = matrix(document).filter(({ regels }) => regels.length === 0);
  const overig = dicht.map(({ gegeven }) => gegeven.id).filter((id) => !genoemd.includes(id));
  const punten = bewustDicht.map(({ tekst, gegevens }) =>
    gegevens ? `- ${tekst} Voor iedereen dicht: ${gegevens.map(code).join(", ")}.` : `- ${tekst}`,
  );
  const rest = overig.length > 0 ? [`- Verder opent geen artikel: ${overig.map(code).join(", ")}.`] : [];
  return `## Bijzondere persoonsgegevens

Wie een bijzonder gegeven mag lezen of schrijven, en door welk artikel. Wie hier niet staat, ziet er nooit een.

${bijzonderTabel(document)}

## Wat met opzet dicht is

${[...punten, ...rest].join("\n")}`;
}

// Private.
function hoofdstukkenVan({ hoofdstukken, artikelen }: ProtocolDocument) {
  if (!hoofdstukken) return [{ kop: "Artikelen", toelichting: undefined, artikelen }];
  return hoofdstukken.map(({ nummer, titel, toelichting }) => ({
    kop: `Hoofdstuk ${nummer}. ${titel}`,
    toelichting,
    artikelen: artikelen.filter(({ id }) => id.split(".")[0] === nummer),
  }));
}

function artikelTekst({ partijen }: ProtocolDocument, artikel: Artikel): string {
  const { id, tekst, partij, rollen, doelen, lezen = [], schrijven = [], voorwaarden } = artikel;
  const naam = partijen.find((een) => een.id === partij)?.naam ?? partij;
  const regels: readonly (readonly [string, string])[] = [
    ["Wie", `${naam}, als ${opsomming(rollen.map(code))}`],
    ["Waarvoor", opsomming(doelen.map(code))],
    ["Leest", lezen.map(code).join(", ")],
    ["Schrijft", schrijven.map(code).join(", ")],
    ["Als tegelijk", voorwaarden.map(schrijfwijze).map(code).join(", ")],
    ["Grondslag", artikel.grondslag.join("; ")],
    ["Grondslag voor bijzondere gegevens", artikel.grondslagBijzonder?.join("; ") ?? ""],
  ];
  const lijst = regels.filter(([, waarde]) => waarde !== "").map(([wat, waarde]) => `- ${wat}: ${waarde}`);
  const toelichting = artikel.toelichting ? [`Toelichting: ${artikel.toelichting}`] : [];
  return [`### Artikel ${id}`, tekst, lijst.join("\n"), ...toelichting].join("\n\n");
}

function bijzonderTabel(document: ProtocolDocument): string {
  const rijen = matrix(document)
    .filter(({ gegeven, regels }) => gegeven.bijzonder && regels.length > 0)
    .flatMap(({ gegeven, regels }) =>
      regels.map(({ partij, rol, lezen, schrijven, artikel }) => [
        code(gegeven.id),
        `${partij} · ${rol}`,
        opsomming([...(lezen ? ["lezen"] : []), ...(schrijven ? ["schrijven"] : [])]),
        artikel.id,
        (artikel.grondslagBijzonder ?? artikel.grondslag).join("; "),
      ]),
    );
  return tabel(["Gegeven", "Wie", "Wat", "Artikel", "Grondslag"], rijen);
}

function code(naam: string): string {
  return `\`${naam}\``;
}
