import type { Actie } from "./beslissing.ts";
import type { Artikel, ProtocolDocument } from "./document.ts";
import { type Opening, openingenVan } from "./openingen.ts";
import { inWoorden, schrijfwijze } from "./voorwaarden-in-woorden.ts";

/** Who asks why, what for, and about which gegevens. */
export interface Waaromvraag {
  readonly partij: string;
  readonly rol: string;
  readonly doel: string;
  readonly gevraagd: readonly { readonly actie: Actie; readonly gegeven: string }[];
}

/** An article that opens it, with each condition in words. */
export interface OpenendArtikel {
  readonly artikel: Artikel;
  readonly voorwaarden: readonly { readonly voorwaarde: string; readonly woorden: string }[];
}

/** For whom it is open as well: another doel of the same rol, another rol, another partij. */
interface Elders {
  readonly partij: string;
  readonly rol: string;
  readonly doelen: readonly string[];
  readonly artikelen: readonly string[];
}

/** Why one gegeven is open under conditions, or closed. */
export interface GegevenUitleg {
  readonly actie: Actie;
  readonly gegeven: ProtocolDocument["gegevens"][number];
  /** Each of these is enough; none means closed. */
  readonly artikelen: readonly OpenendArtikel[];
  /** The nearest first: the same rol, then the same partij, then the others. */
  readonly elders: readonly Elders[];
}

/** Why a partij may or may not do something. */
export interface Uitleg {
  /** Whether this rol may name this doel at all. */
  readonly doelAfgesproken: boolean;
  /** Whether everything that is asked can be open; about whom is for the conditions to say. */
  readonly open: boolean;
  readonly gegevens: readonly GegevenUitleg[];
}

/** Explains what the protocol says about a question, about anybody: which articles and conditions, or who else. */
export function explain(document: ProtocolDocument, vraag: Waaromvraag): Uitleg {
  const openingen = openingenVan(document);
  const gegevens = vraag.gevraagd.map(({ actie, gegeven }) => {
    const found = document.gegevens.find(({ id }) => id === gegeven);
    if (!found) throw new RangeError(`Het protocol heeft geen gegeven ${gegeven}.`);
    const zelfde = openingen.filter((opening) => opening.actie === actie && opening.gegeven === gegeven);
    const eigen = zelfde.find((opening) => isVan(opening, vraag) && opening.doel === vraag.doel);
    return {
      actie,
      gegeven: found,
      artikelen: (eigen?.artikelen ?? []).map(openend),
      elders: eldersVan(
        zelfde.filter((opening) => opening !== eigen),
        vraag,
      ),
    };
  });
  return {
    doelAfgesproken: openingen.some((opening) => isVan(opening, vraag) && opening.doel === vraag.doel),
    open: gegevens.every(({ artikelen }) => artikelen.length > 0),
    gegevens,
  };
}

// Private.
type Wie = Pick<Opening, "partij" | "rol">;

function isVan(opening: Opening, { partij, rol }: Wie): boolean {
  return opening.partij === partij && opening.rol === rol;
}

function openend(artikel: Artikel): OpenendArtikel {
  const voorwaarden = artikel.voorwaarden.map((voorwaarde) => ({
    voorwaarde: schrijfwijze(voorwaarde),
    woorden: inWoorden(voorwaarde),
  }));
  return { artikel, voorwaarden };
}

function eldersVan(openingen: readonly Opening[], vraag: Wie): readonly Elders[] {
  const afstand = ({ partij, rol }: Wie) => (partij !== vraag.partij ? 2 : Number(rol !== vraag.rol));
  const perWie = new Map<string, Opening[]>();
  for (const opening of openingen) {
    const wie = `${opening.partij}|${opening.rol}`;
    perWie.set(wie, [...(perWie.get(wie) ?? []), opening]);
  }
  return [...perWie.values()]
    .flatMap(([eerste, ...rest]) => (eerste ? [samen(eerste, rest)] : []))
    .sort((een, ander) => afstand(een) - afstand(ander));
}

function samen(eerste: Opening, rest: readonly Opening[]): Elders {
  const alle = [eerste, ...rest];
  return {
    partij: eerste.partij,
    rol: eerste.rol,
    doelen: [...new Set(alle.map(({ doel }) => doel))],
    artikelen: [...new Set(alle.flatMap(({ artikelen }) => artikelen.map(({ id }) => id)))],
  };
}
