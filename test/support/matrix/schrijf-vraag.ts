import type { Vraagveld } from "./vraagvelden.ts";
import type { Wortel } from "./wortels.ts";

/** How a selection is written: the routes by which the same field can be asked of the same object. */
export type Schrijfwijze = "rechtstreeks" | "benoemd fragment" | "inline fragment";

/** The fragments of a document, by what stands in them. */
export type Fragmenten = Map<string, { readonly naam: string; readonly type: string }>;

/** Writes fields as GraphQL. Named fragments come into `fragmenten`, each once. */
export function schrijf(velden: readonly Vraagveld[], wijze: Schrijfwijze, fragmenten: Fragmenten): string {
  const type = velden[0]?.type ?? "";
  const tekst = velden.map((veld) => schrijfVeld(veld, wijze, fragmenten)).join(" ");
  if (wijze === "rechtstreeks") return tekst;
  if (wijze === "inline fragment") return `... on ${type} { ${tekst} }`;
  const known = fragmenten.get(`${type} ${tekst}`) ?? { naam: `Deel${fragmenten.size + 1}`, type };
  fragmenten.set(`${type} ${tekst}`, known);
  return `...${known.naam}`;
}

/** The definitions of the fragments that were used. */
export function schrijfFragmenten(fragmenten: Fragmenten): string {
  return [...fragmenten]
    .map(([tekst, { naam, type }]) => `fragment ${naam} on ${type} { ${tekst.slice(type.length + 1)} }`)
    .join("\n");
}

/** Writes a field at the root of a question, with everything in it. */
export function schrijfWortel({ veld, argumenten, binnen }: Wortel): string {
  return `${veld}${argumenten} { ${schrijf(binnen, "rechtstreeks", new Map())} }`;
}

// Private.
function schrijfVeld(field: Vraagveld, wijze: Schrijfwijze, fragmenten: Fragmenten): string {
  const { veld, sleutel, binnen } = field;
  const alias = sleutel === veld ? veld : `${sleutel}: ${veld}`;
  return binnen.length === 0 ? alias : `${alias} { ${schrijf(binnen, wijze, fragmenten)} }`;
}
