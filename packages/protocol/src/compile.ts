import type { Actie } from "./beslissing.ts";
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
}

/** A protocol version made ready to be asked, once. */
export interface CompiledProtocol {
  readonly document: ProtocolDocument;
  readonly versie: string;
  /** The articles that could open something, by `profielSleutel`. What is not here is closed. */
  readonly artikelen: ReadonlyMap<string, readonly CompiledArtikel[]>;
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
  const artikelen = new Map<string, CompiledArtikel[]>();
  const gewogen = new Map<string, Set<string>>();
  for (const artikel of document.artikelen) {
    const compiled = compileArtikel(artikel);
    for (const rol of artikel.rollen) {
      for (const doel of artikel.doelen) {
        const afspraak = afspraakSleutel(artikel.partij, rol, doel);
        gewogen.set(afspraak, new Set([...(gewogen.get(afspraak) ?? []), ...namesOf(compiled)]));
        for (const [actie, gegeven] of opens(artikel)) {
          const sleutel = profielSleutel(artikel.partij, rol, doel, actie, gegeven);
          const list = artikelen.get(sleutel) ?? [];
          list.push(compiled);
          artikelen.set(sleutel, list);
        }
      }
    }
  }
  return {
    document,
    versie: document.versie,
    artikelen,
    partijByOin: new Map(
      document.partijen.flatMap((partij) => partij.oin.map((oin) => [oin, partij] as const)),
    ),
    gegevens: new Set(document.gegevens.map(({ id }) => id)),
    afspraken: new Set(gewogen.keys()),
    gewogen,
    naloop: new Map(document.doelen.flatMap(({ id, naloop }) => (naloop ? [[id, dagenVan(naloop)]] : []))),
  };
}

/** What an article is found by. Ids are kebab-case, so the separator cannot occur in one. */
export function profielSleutel(
  partij: string,
  rol: string,
  doel: string,
  actie: Actie,
  gegeven: string,
): string {
  return `${partij}|${rol}|${doel}|${actie}|${gegeven}`;
}

/** What an agreed doel is found by. */
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
  return { artikel, voorwaarden, toetsen: voorwaarden.map(toetsVan) };
}

function namesOf({ voorwaarden }: CompiledArtikel): readonly string[] {
  return voorwaarden.map(naamVan);
}

/** The days of `P14D`. */
function dagenVan(naloop: string): number {
  return Number(naloop.slice(1, -1));
}

function* opens(artikel: Artikel): Generator<[Actie, string]> {
  for (const gegeven of artikel.lezen ?? []) yield ["lezen", gegeven];
  for (const gegeven of artikel.schrijven ?? []) yield ["schrijven", gegeven];
}
