import type { Coverage } from "@ketenhub/annotations";
import { inWoorden, type MatrixRij, matrix, type ProtocolDocument, schrijfwijze } from "@ketenhub/protocol";
import { dagInWoorden, duurInWoorden } from "./in-woorden.ts";
import { tabel } from "./markdown-tabel.ts";
import { oogopslag } from "./uitwisselingsmatrix-oogopslag.ts";
import { afkortingenTekst, grondslagKort } from "./wetten.ts";

/** What the schema requires: of its fields, and of its arguments and input fields. */
export interface SchemaGegevens {
  readonly velden: Coverage;
  readonly invoer: Coverage;
}

/** Who may read and write what, by gegeven, and which field is which gegeven: a document to look something up in. */
export function uitwisselingsmatrixDocument(document: ProtocolDocument, schema: SchemaGegevens): string {
  const rijen = matrix(document);
  return `# Uitwisselingsmatrix

Per gegeven wie het mag lezen en schrijven, waarvoor, onder welke voorwaarden en op welke grondslag. Gemaakt met \`npm run docs\` uit
het [protocol](protocol/gegevensuitwisselingsprotocol.md), versie ${document.versie} (geldig vanaf ${dagInWoorden(document.geldigVanaf)}), en
uit het [schema](supergraph.graphql). Wat hier niet staat, mag niet.

- [In een oogopslag](#in-een-oogopslag)
- Per gegeven: ${bronhoudersVan(document)
    .map((een) => `[${een.naam}](#${ankerVan(een.naam)})`)
    .join(", ")}
- [Welk veld welk gegeven is](#welk-veld-welk-gegeven-is)

Waarom iemand iets wel of niet mag, en wie anders, zegt \`npm run -s protocol -- explain\`.

## Voorwaarden

Bij elk artikel moeten alle voorwaarden tegelijk kloppen. Staat een gegeven bij dezelfde rol op meer regels, dan is een regel genoeg.

${voorwaardenTekst(document)}

Wetten zijn afgekort: ${afkortingenTekst}.

## In een oogopslag

L is lezen en S is schrijven, door ten minste een rol van de partij, voor ten minste een doel. Leeg is dicht. Partijen met overal
hetzelfde staan in een kolom.

${oogopslag(document, rijen)}

${bronhoudersVan(document)
  .map((bronhouder) => bronhouderTekst(bronhouder, rijen, schema))
  .join("\n\n")}

## Welk veld welk gegeven is

Een veld vraagt alles wat ernaast staat, tegelijk: wat het zelf is, en wat het type is waarin het staat of dat het geeft.

### Velden

${veldenTabel(schema.velden)}

### Argumenten en invoervelden

Zoeken, filteren en sorteren op een gegeven vraagt hetzelfde als het lezen ervan.

${veldenTabel(schema.invoer)}

### Leidingwerk

Zonder gegeven zijn alleen het keten-id, wat een lijst bijeenhoudt, argumenten die zeggen welke, hoeveel en vanaf waar, en
invoerobjecten waarvan elk veld hierboven staat:

${[...schema.velden, ...schema.invoer]
  .filter(([, gevraagd]) => gevraagd.length === 0)
  .map(([veld]) => code(veld))
  .sort()
  .join(", ")}.
`;
}

// Private.
interface Bronhouder {
  readonly id: string;
  readonly naam: string;
}

function bronhoudersVan({ partijen, gegevens }: ProtocolDocument): readonly Bronhouder[] {
  return partijen
    .filter(({ id }) => gegevens.some(({ bronhouder }) => bronhouder === id))
    .map(({ id, naam }) => ({ id, naam: `Bronhouder ${naam}` }));
}

function ankerVan(kop: string): string {
  return kop
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
}

function bronhouderTekst(
  { id, naam }: Bronhouder,
  rijen: readonly MatrixRij[],
  schema: SchemaGegevens,
): string {
  const eigen = rijen.filter(({ gegeven }) => gegeven.bronhouder === id);
  return [`## ${naam}`, ...eigen.map((rij) => rijTekst(rij, schema))].join("\n\n");
}

function rijTekst({ gegeven, regels }: MatrixRij, { velden, invoer }: SchemaGegevens): string {
  const bijzonder = gegeven.bijzonder ? " **Bijzonder persoonsgegeven.**" : "";
  const uitleg = `${gegeven.omschrijving}${bijzonder} Bewaartermijn: ${duurInWoorden(gegeven.bewaartermijn)}.`;
  const waar = [...velden, ...invoer].filter(([, gevraagd]) =>
    gevraagd.some((een) => een.gegeven === gegeven.id),
  );
  const inSchema =
    waar.length === 0
      ? "Nog in geen veld van het schema."
      : `In het schema: ${waar
          .map(([veld]) => code(veld))
          .sort()
          .join(", ")}.`;
  const wie = regels.length === 0 ? "**Voor niemand open.**" : wieTabel(regels);
  return [`### ${gegeven.id}`, uitleg, wie, inSchema].join("\n\n");
}

/** One row for each article: the rollen that it names have the same of it. */
function wieTabel(regels: MatrixRij["regels"]): string {
  const artikelen = [...new Set(regels.map(({ artikel }) => artikel))];
  const rijen = artikelen.map((artikel) => {
    const samen = regels.filter((regel) => regel.artikel === artikel);
    return [
      samen.map(({ partij, rol }) => `${partij} · ${rol}`).join(", "),
      samen.some(({ lezen }) => lezen) ? "ja" : "",
      samen.some(({ schrijven }) => schrijven) ? "ja" : "",
      artikel.doelen.join(", "),
      artikel.voorwaarden.map(schrijfwijze).join(" en "),
      artikel.id,
      [...artikel.grondslag, ...(artikel.grondslagBijzonder ?? [])].map(grondslagKort).join("; "),
    ];
  });
  return tabel(["Wie", "Lezen", "Schrijven", "Doelen", "Voorwaarden", "Artikel", "Grondslag"], rijen);
}

function voorwaardenTekst({ artikelen }: ProtocolDocument): string {
  const gebruikt = new Map(
    artikelen.flatMap(({ voorwaarden }) =>
      voorwaarden.map((een) => [schrijfwijze(een), inWoorden(een)] as const),
    ),
  );
  return tabel(
    ["Voorwaarde", "Klopt als"],
    [...gebruikt].sort().map(([naam, woorden]) => [code(naam), woorden]),
  );
}

function veldenTabel(velden: Coverage): string {
  const rijen = [...velden]
    .filter(([, gevraagd]) => gevraagd.length > 0)
    .sort(([een], [ander]) => (een < ander ? -1 : 1))
    .map(([veld, gevraagd]) => [
      code(veld),
      gevraagd.map(({ actie, gegeven }) => `${actie} [${gegeven}](#${gegeven})`).join(" en "),
    ]);
  return tabel(["In het schema", "Vraagt"], rijen);
}

function code(naam: string): string {
  return `\`${naam}\``;
}
