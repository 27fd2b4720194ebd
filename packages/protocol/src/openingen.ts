import type { Actie } from "./beslissing.ts";
import type { Artikel, ProtocolDocument } from "./document.ts";

/** That something is open: for whom, what for, to do what with which gegeven, and by which articles. */
export interface Opening {
  readonly partij: string;
  readonly rol: string;
  readonly doel: string;
  readonly actie: Actie;
  readonly gegeven: string;
  /** At least one; each of them is enough. */
  readonly artikelen: readonly Artikel[];
}

/** Everything that the articles of a document open, each once, in the order of the articles. */
export function openingenVan({ artikelen }: ProtocolDocument): readonly Opening[] {
  const openingen = new Map<string, Opening & { readonly artikelen: Artikel[] }>();
  for (const artikel of artikelen) {
    for (const opening of openingenVanArtikel(artikel)) {
      const sleutel = sleutelVan(opening);
      const found = openingen.get(sleutel);
      if (found) found.artikelen.push(artikel);
      else openingen.set(sleutel, { ...opening, artikelen: [artikel] });
    }
  }
  return [...openingen.values()];
}

/** What an opening is found by; ids are kebab-case, so the separator cannot occur in one. */
export function sleutelVan({ partij, rol, doel, actie, gegeven }: Omit<Opening, "artikelen">): string {
  return [partij, rol, doel, actie, gegeven].join("|");
}

// Private.
function openingenVanArtikel({ partij, rollen, doelen, lezen = [], schrijven = [] }: Artikel) {
  const gegevens = [
    ...lezen.map((gegeven) => ({ actie: "lezen" as const, gegeven })),
    ...schrijven.map((gegeven) => ({ actie: "schrijven" as const, gegeven })),
  ];
  return rollen.flatMap((rol) =>
    doelen.flatMap((doel) => gegevens.map((wat) => ({ partij, rol, doel, ...wat }))),
  );
}
