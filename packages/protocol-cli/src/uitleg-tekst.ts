import type { Actie, GegevenUitleg, OpenendArtikel, ProtocolDocument, Uitleg } from "@ketenhub/protocol";
import { omslaan } from "./omslaan.ts";

/** What is asked about: a field with all it requires, or one gegeven. */
export interface Onderwerp {
  /** As the object of a question: `het veld Uitkering.soort gebruiken`. */
  readonly vraag: string;
  readonly gevraagd: readonly { readonly actie: Actie; readonly gegeven: string }[];
}

interface Wie {
  readonly partij: string;
  readonly rol: string;
  readonly doel: string;
}

/** An explanation as text: first the answer, then for each gegeven why. */
export function uitlegTekst(
  { versie, geldigVanaf, doelen }: ProtocolDocument,
  { partij, rol, doel }: Wie,
  { vraag, gevraagd }: Onderwerp,
  uitleg: Uitleg,
): string {
  const kop = `Mag ${partij} · ${rol} voor ${doel} ${vraag}?`;
  const inWerking = `Protocol ${versie}, geldig vanaf ${geldigVanaf}.`;
  if (gevraagd.length === 0) return [kop, inWerking, "", leidingwerk].join("\n");
  const naloop = doelen.find(({ id }) => id === doel)?.naloop;
  return [
    kop,
    inWerking,
    "",
    uitleg.doelAfgesproken ? antwoord(uitleg) : doelGeweigerd({ partij, rol, doel }),
    ...uitleg.gegevens.flatMap((een) => ["", ...gegevenTekst(een, naloop)]),
  ].join("\n");
}

// Private.
const breedte = 100;

function breed(tekst: string, voor = "", na = voor): string {
  return voor + omslaan(tekst, breedte - voor.length, na);
}

const leidingwerk = breed(
  "Vraagt zelf geen gegeven: het is leidingwerk, of een invoer waarvan elk veld zelf zegt wat het vraagt.",
);

function doelGeweigerd({ partij, rol, doel }: Wie): string {
  return breed(
    `Nee. Voor ${partij} · ${rol} opent geen artikel iets voor het doel ${doel}: een verzoek met dat doel wordt in zijn geheel geweigerd.`,
  );
}

function antwoord({ open, gegevens }: Uitleg): string {
  const allemaal = gegevens.length > 1 ? ` Het vraagt ${gegevens.map(wat).join(" en ")}, tegelijk.` : "";
  if (open) return breed(`Ja, onder voorwaarden.${allemaal}`);
  const dicht = gegevens.filter(({ artikelen }) => artikelen.length === 0).map(wat);
  return breed(`Nee: geen artikel opent ${dicht.join(" of ")}.${allemaal}`);
}

function wat({ actie, gegeven }: GegevenUitleg): string {
  return `het ${actie} van ${gegeven.id}`;
}

function gegevenTekst(
  { actie, gegeven, artikelen, elders }: GegevenUitleg,
  naloop: string | undefined,
): readonly string[] {
  const bijzonder = gegeven.bijzonder ? " Bijzonder persoonsgegeven." : "";
  const kop = [
    `${gegeven.id} (${actie}): ${artikelen.length > 0 ? "open onder voorwaarden" : "dicht (GEEN_ARTIKEL)"}`,
    breed(`${gegeven.omschrijving} Bronhouder: ${gegeven.bronhouder}.${bijzonder}`, "  "),
  ];
  if (artikelen.length > 0)
    return [
      ...kop,
      ...artikelen.flatMap((een, index) => artikelTekst(een, index, actie === "lezen" ? naloop : undefined)),
    ];
  if (elders.length === 0) return [...kop, "  Voor niemand open."];
  const wie = elders.map(({ partij, rol, doelen, artikelen: nummers }) =>
    breed(`${partij} · ${rol}, voor ${doelen.join(", ")} (artikel ${nummers.join(", ")})`, "    ", "      "),
  );
  return [...kop, "  Wel open, onder voorwaarden, voor", ...wie];
}

function artikelTekst(
  { artikel, voorwaarden }: OpenendArtikel,
  index: number,
  naloop: string | undefined,
): readonly string[] {
  const gronden = [...artikel.grondslag, ...(artikel.grondslagBijzonder ?? [])];
  const metRelatie = voorwaarden.some(
    ({ voorwaarde }) => voorwaarde === "betrokken" || voorwaarde === "eigen-caseload",
  );
  return [
    breed(`${index === 0 ? "Artikel" : "Of artikel"} ${artikel.id}. ${artikel.tekst}`, "  ", "    "),
    "    als tegelijk",
    ...voorwaarden.map(({ voorwaarde, woorden }) => breed(`${voorwaarde}: ${woorden}`, "      ", "        ")),
    ...(naloop && metRelatie ? [`    naloop na het einde van de ketenrelatie, om te lezen: ${naloop}`] : []),
    breed(`grondslag: ${gronden.join("; ")}`, "    ", "      "),
  ];
}
