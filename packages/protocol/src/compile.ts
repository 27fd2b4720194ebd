import type { Actie, Afnemer, Beslissing } from "./beslissing.ts";
import { CompiledOpeningen } from "./compiled-openingen.ts";
import {
  type Artikel,
  type Partij,
  type ProtocolDocument,
  type Voorwaarde,
  voorwaardeNamen,
} from "./document.ts";
import { naamVan, toetsVan } from "./voorwaarden/index.ts";
import type { Toets } from "./voorwaarden/toets.ts";

/** An article made ready to be asked: its conditions as predicates, in the order in which they are examined. */
export interface CompiledArtikel {
  readonly artikel: Artikel;
  readonly voorwaarden: readonly Voorwaarde[];
  readonly toetsen: readonly Toets[];
  /** The decision when every condition holds. */
  readonly toegestaan: Beslissing;
}

/** The articles that could open one gegeven, and what can be decided by them without a person. */
export interface CompiledOpening {
  readonly artikelen: readonly CompiledArtikel[];
  readonly afhankelijk: Beslissing;
}

/** What could be opened for one (partij, rol, doel), by actie and gegeven. */
export type CompiledProfiel = Readonly<Record<Actie, ReadonlyMap<string, CompiledOpening>>>;

/** A protocol version made ready to be asked, once. */
export interface CompiledProtocol {
  readonly document: ProtocolDocument;
  readonly versie: string;
  /** What the articles could open, by partij, rol and doel. What is not here is closed. */
  readonly openingen: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, CompiledProfiel>>>;
  readonly partijByOin: ReadonlyMap<string, Partij>;
  readonly gegevens: ReadonlySet<string>;
  /** Every (partij, rol, doel) for which there is at least one article. */
  readonly afspraken: ReadonlySet<string>;
  /** The names of the conditions in the articles for a (partij, rol, doel), by `afspraakSleutel`. */
  readonly gewogen: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many days after its last day a ketenrelatie still counts for reading, by doel; a doel without naloop is not here. */
  readonly naloop: ReadonlyMap<string, number>;
}

/** Makes a parsed document ready to be asked. */
export function compileProtocol(document: ProtocolDocument): CompiledProtocol {
  const openingen = new CompiledOpeningen();
  const gewogen = new Map<string, Set<string>>();
  for (const artikel of document.artikelen) {
    const compiled = compileArtikel(artikel);
    for (const rol of artikel.rollen) {
      for (const doel of artikel.doelen) {
        const afspraak = afspraakSleutel(artikel.partij, rol, doel);
        gewogen.set(afspraak, new Set([...(gewogen.get(afspraak) ?? []), ...namesOf(compiled)]));
        openingen.add(artikel.partij, rol, doel, compiled);
      }
    }
  }
  return {
    document,
    versie: document.versie,
    openingen: openingen.byPartij,
    partijByOin: new Map(
      document.partijen.flatMap((partij) => partij.oin.map((oin) => [oin, partij] as const)),
    ),
    gegevens: new Set(document.gegevens.map(({ id }) => id)),
    afspraken: new Set(gewogen.keys()),
    gewogen,
    naloop: new Map(document.doelen.flatMap(({ id, naloop }) => (naloop ? [[id, dagenVan(naloop)]] : []))),
  };
}

/** The articles that could open a gegeven for a caller and a doel; nothing when it is closed. */
export function openingVan(
  { openingen }: Pick<CompiledProtocol, "openingen">,
  { partij, rol }: Pick<Afnemer, "partij" | "rol">,
  doel: string,
  actie: Actie,
  gegeven: string,
): CompiledOpening | undefined {
  return openingen.get(partij)?.get(rol)?.get(doel)?.[actie].get(gegeven);
}

/** What an agreed doel is found by. Ids are kebab-case, so the separator cannot occur in one. */
export function afspraakSleutel(partij: string, rol: string, doel: string): string {
  return `${partij}|${rol}|${doel}`;
}

// Private.
const examinationOrder: readonly string[] = [
  ...voorwaardeNamen.slice(0, -1),
  "lopend",
  voorwaardeNamen.at(-1) ?? "",
];

/**
 * Involvement is examined before the gemeente, so that somebody without involvement gets the same reason whether the person
 * lives elsewhere, lives here, or does not exist.
 */
function compileArtikel(artikel: Artikel): CompiledArtikel {
  const rank = (voorwaarde: Voorwaarde) => examinationOrder.indexOf(naamVan(voorwaarde));
  const voorwaarden = [...artikel.voorwaarden].sort((left, right) => rank(left) - rank(right));
  const toegestaan = Object.freeze({
    uitkomst: "toegestaan",
    artikel: artikel.id,
    grondslag: artikel.grondslag,
  } as const);
  return { artikel, voorwaarden, toetsen: voorwaarden.map(toetsVan), toegestaan };
}

function namesOf({ voorwaarden }: CompiledArtikel): readonly string[] {
  return voorwaarden.map(naamVan);
}

/** The days of `P14D`. */
function dagenVan(naloop: string): number {
  return Number(naloop.slice(1, -1));
}
