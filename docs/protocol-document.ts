import { inWoorden, type ProtocolDocument, schrijfwijze, voorwaardenInWoorden } from "@ketenhub/protocol";
import { dagInWoorden, duurInWoorden, opsomming } from "./in-woorden.ts";
import { tabel } from "./markdown-tabel.ts";
import { artikelenTekst, dichtTekst } from "./protocol-artikelen.ts";

/** The protocol as a document for who reads no YAML: the same content, in the order in which a lawyer asks for it. */
export function protocolDocument(document: ProtocolDocument): string {
  const { protocol, versie, geldigVanaf, geldigTot } = document;
  const tot = geldigTot ? ` tot en met ${dagInWoorden(geldigTot)}` : "";
  return `# ${protocol}

Versie ${versie}, geldig vanaf ${dagInWoorden(geldigVanaf)}${tot}. Dit is de leesbare vorm van
[gegevensuitwisselingsprotocol.yaml](gegevensuitwisselingsprotocol.yaml), het bestand dat de partijen ondertekenen en dat de hub
uitvoert. Wie wat mag, per gegeven, staat in de [uitwisselingsmatrix](../uitwisselingsmatrix.md); wat er per versie veranderde in
[CHANGELOG.md](CHANGELOG.md).

## Zo leest u dit protocol

${leeswijzer}

## Algemene bepalingen

${[...(document.algemeen ?? []), drempelTekst(document)].map((bepaling) => `- ${bepaling}`).join("\n")}

## Partijen en rollen

${partijenTekst(document)}

## Doelen

Elk verzoek noemt een doel. Een partij kan alleen een doel noemen waarvoor een artikel haar iets opent.

${doelenTekst(document)}

## Voorwaarden

Bij elk artikel staan een of meer van deze voorwaarden. Zij moeten allemaal tegelijk kloppen, op het moment van het verzoek.

${voorwaardenTekst(document)}

## Gegevens

${gegevensTekst(document)}

${artikelenTekst(document)}

${dichtTekst(document)}

Dit document is gemaakt uit het protocol, met \`npm run docs\`.
`;
}

// Private.
const leeswijzer = `- Een artikel opent de gegevens die het noemt voor een partij, in de genoemde rollen en voor de genoemde doelen, als al zijn
  voorwaarden tegelijk kloppen. Wat geen artikel opent, is dicht.
- Openen meer artikelen hetzelfde gegeven, dan is een daarvan genoeg.
- Lezen is niet schrijven: wie schrijft, leest niet vanzelf.
- Een gegeven binnen een ander gegeven (het bedrag van een uitkering, de grond van een verlenging) is pas te zien als ook het
  omhullende gegeven open is.
- De bronhouder bewaart het gegeven, gaat erover, en beslist bij elk verzoek opnieuw, per persoon.`;

function drempelTekst({ drempelKleineAantallen }: ProtocolDocument): string {
  return `In tellingen wordt een aantal onder de ${drempelKleineAantallen} een *.`;
}

function partijenTekst({ partijen }: ProtocolDocument): string {
  const rijen = partijen.flatMap(({ id, naam, oin, rollen }) =>
    rollen.map((rol, index) => [
      ...(index === 0 ? [naam, `\`${id}\``, oin.join(", ")] : ["", "", ""]),
      `\`${rol.id}\``,
      rol.omschrijving,
    ]),
  );
  return tabel(["Partij", "In artikelen", "OIN", "Rol", "Wat iemand in deze rol doet"], rijen);
}

function doelenTekst({ doelen }: ProtocolDocument): string {
  const rijen = doelen.map(({ id, omschrijving, grondslag, gevoelig, naloop }) => [
    `\`${id}\``,
    omschrijving,
    grondslag.join("; "),
    [
      ...(gevoelig ? ["Gevoelig: dat een partij hiervoor betrokken is, verraadt al iets."] : []),
      ...(naloop ? [`Naloop: lezen mag nog ${duurInWoorden(naloop)} na het einde van de ketenrelatie.`] : []),
    ].join(" "),
  ]);
  return tabel(["Doel", "Wat er met de gegevens wordt gedaan", "Grondslag", "Bijzonderheden"], rijen);
}

/** Each condition once; those with a subject as the articles use them. */
function voorwaardenTekst({ artikelen }: ProtocolDocument): string {
  const gebruikt = new Map(
    artikelen.flatMap(({ voorwaarden }) => voorwaarden.map((een) => [schrijfwijze(een), een] as const)),
  );
  const perNaam = voorwaardenInWoorden.flatMap(({ naam, woorden }) => {
    const vormen = [...gebruikt].filter(([vorm]) => vorm === naam || vorm.startsWith(`${naam}: `));
    if (vormen.length === 0)
      return [[`\`${naam}\``, `${woorden} (geen artikel van deze versie gebruikt haar)`]];
    return vormen.sort().map(([vorm, een]) => [`\`${vorm}\``, inWoorden(een)]);
  });
  return tabel(["Voorwaarde", "Klopt als"], perNaam);
}

function gegevensTekst({ gegevens, partijen }: ProtocolDocument): string {
  const bronhouders = partijen.filter(({ id }) => gegevens.some(({ bronhouder }) => bronhouder === id));
  const delen = bronhouders.map(({ id, naam }) => {
    const rijen = gegevens
      .filter(({ bronhouder }) => bronhouder === id)
      .map((een) => [
        `\`${een.id}\``,
        een.omschrijving,
        duurInWoorden(een.bewaartermijn),
        een.bijzonder ? "ja" : "",
        een.rij ?? "",
      ]);
    const kop = ["Gegeven", "Wat het inhoudt", "Bewaartermijn", "Bijzonder", "Rij"];
    return `### Bronhouder ${naam}\n\n${tabel(kop, rijen)}`;
  });
  const namen = opsomming(bronhouders.map(({ naam }) => naam));
  return [
    `De bronhouders zijn ${namen}. Bijzonder betekent: gezondheid of strafrecht (AVG, artikelen 9 en 10), of iets wat dat verraadt. De rij verwijst naar de tabel met gegevenscategorieën waar dit protocol op rust.`,
    ...delen,
  ].join("\n\n");
}
