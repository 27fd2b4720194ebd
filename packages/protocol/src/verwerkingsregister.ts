import type { Artikel, Partij, ProtocolDocument } from "./document.ts";
import { lengteVan } from "./duur.ts";

/** An organisation as the register names it. */
interface Organisatie {
  readonly naam: string;
  readonly oin: readonly string[];
}

/** One entry of the register of processing activities (AVG, article 30), in the terms of the VNG standard. */
export interface Verwerkingsactiviteit {
  /** The doel, as callers and the log name it. */
  readonly id: string;
  readonly naam: string;
  readonly doel: string;
  readonly grondslag: readonly string[];
  /** By article: the ground on which it shares. */
  readonly toelichtingGrondslag: readonly string[];
  /** Whoever works for this doel; the standard has room for one, and several partijen share a doel here. */
  readonly verantwoordelijkeOrganisatie: readonly Organisatie[];
  readonly categorie: "persoonsgegevens" | "bijzondere persoonsgegevens";
  /** The protocol, its version and the articles. */
  readonly gebaseerdOp: string;
  /** The longest of its gegevens, as an ISO 8601 duration; each has its own below. */
  readonly bewaartermijn: string;
  /** The bronhouders from whom the gegevens come. */
  readonly herkomst: readonly string[];
  readonly afnemendeCategorieOntvangers: readonly string[];
  /** Nothing goes to a country outside the EU or to an international organisation. */
  readonly afnemendeInternationaleDerden: readonly string[];
  readonly verwerktePersoonsgegevens: readonly VerwerktPersoonsgegeven[];
}

/** What is processed of whom. */
interface VerwerktPersoonsgegeven {
  readonly rolBetrokkene: string;
  readonly naam: string;
  readonly omschrijving: string;
  readonly handelingen: readonly ("lezen" | "schrijven")[];
  readonly bijzonder: boolean;
  readonly bewaartermijn: string;
}

/** The register of processing activities as the protocol gives it: one entry for each doel for which there is an article. */
export function verwerkingsregister(document: ProtocolDocument): readonly Verwerkingsactiviteit[] {
  return document.doelen.flatMap((doel) => {
    const artikelen = document.artikelen.filter(({ doelen }) => doelen.includes(doel.id));
    return artikelen.length === 0 ? [] : [activiteit(document, doel, artikelen)];
  });
}

// Private.
type Doel = ProtocolDocument["doelen"][number];
type Gegeven = ProtocolDocument["gegevens"][number];

/** The data subject, who asks about himself: no organisation that answers for what is done with his data. */
const betrokkene = "nieuwkomer";

/** Gegevens that are about others as well as about the nieuwkomer, or only about others. */
const overAnderen: Readonly<Record<string, string>> = {
  gezin: "nieuwkomer en gezinsleden",
  "gezin-omvang": "nieuwkomer en gezinsleden",
  contactpersonen: "medewerker van een partij",
  toestemmingen: "nieuwkomer en medewerker van een partij",
  logboek: "nieuwkomer en medewerker van een partij",
};

function activiteit(
  document: ProtocolDocument,
  doel: Doel,
  artikelen: readonly Artikel[],
): Verwerkingsactiviteit {
  const gegevens = document.gegevens.filter(({ id }) => artikelen.some((artikel) => opent(artikel, id)));
  const partij = (id: string) => document.partijen.find((een) => een.id === id);
  const betrokken = uniek(artikelen.map((artikel) => artikel.partij)).filter((id) => id !== betrokkene);
  // What only the nieuwkomer does himself, the bronhouders make possible and answer for.
  const verantwoordelijk = betrokken.length > 0 ? betrokken : gegevens.map(({ bronhouder }) => bronhouder);
  return {
    id: doel.id,
    naam: `Inburgeringsketen: ${doel.id}`,
    doel: doel.omschrijving,
    grondslag: doel.grondslag,
    toelichtingGrondslag: artikelen.map(
      ({ id, grondslag, grondslagBijzonder = [] }) =>
        `Artikel ${id}: ${[...grondslag, ...grondslagBijzonder].join("; ")}`,
    ),
    verantwoordelijkeOrganisatie: uniek(verantwoordelijk).flatMap((id) => organisatie(partij(id))),
    categorie: gegevens.some(({ bijzonder }) => bijzonder)
      ? "bijzondere persoonsgegevens"
      : "persoonsgegevens",
    gebaseerdOp: `${document.protocol}, versie ${document.versie}, artikel ${artikelen.map(({ id }) => id).join(", ")}`,
    bewaartermijn: langste(gegevens),
    herkomst: uniek(gegevens.map(({ bronhouder }) => partij(bronhouder)?.naam ?? bronhouder)),
    afnemendeCategorieOntvangers: ontvangers(document, artikelen),
    afnemendeInternationaleDerden: [],
    verwerktePersoonsgegevens: gegevens.map((gegeven) => verwerkt(gegeven, artikelen)),
  };
}

function verwerkt(gegeven: Gegeven, artikelen: readonly Artikel[]): VerwerktPersoonsgegeven {
  const { id, omschrijving, bijzonder = false, bewaartermijn } = gegeven;
  return {
    rolBetrokkene: overAnderen[id] ?? betrokkene,
    naam: id,
    omschrijving,
    handelingen: (["lezen", "schrijven"] as const).filter((actie) =>
      artikelen.some((artikel) => artikel[actie]?.includes(id)),
    ),
    bijzonder,
    bewaartermijn,
  };
}

function opent({ lezen = [], schrijven = [] }: Artikel, gegeven: string): boolean {
  return lezen.includes(gegeven) || schrijven.includes(gegeven);
}

function ontvangers({ partijen }: ProtocolDocument, artikelen: readonly Artikel[]): readonly string[] {
  return partijen.flatMap((partij) =>
    partij.rollen
      .filter(({ id }) =>
        artikelen.some(
          ({ partij: van, rollen, lezen = [] }) =>
            van === partij.id && rollen.includes(id) && lezen.length > 0,
        ),
      )
      .map((rol) => `${partij.naam}: ${rol.id}`),
  );
}

function organisatie(partij: Partij | undefined): readonly Organisatie[] {
  return partij ? [{ naam: partij.naam, oin: partij.oin }] : [];
}

function langste(gegevens: readonly Gegeven[]): string {
  const termijnen = gegevens.map(({ bewaartermijn }) => bewaartermijn);
  return termijnen.reduce((een, ander) => (lengteVan(ander) > lengteVan(een) ? ander : een), "P0D");
}

function uniek(namen: readonly string[]): readonly string[] {
  return [...new Set(namen)];
}
