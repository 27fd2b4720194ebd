import { invoerVan } from "./mutatie-invoer.ts";
import type { Variant, Weg } from "./mutatie-varianten.ts";
import { samen } from "./mutatie-varianten.ts";
import type { PersoonMetRijen } from "./persoon.ts";

/** An order as it is sent, with the variants that are tried in it. */
export interface Opdracht {
  readonly variant: Variant;
  readonly proeven: readonly Variant[];
}

/** A variant as an order of its own. */
export function alleen(variant: Variant): Opdracht {
  return { variant, proeven: [variant] };
}

/** Variants that are all open as two orders for each mutation: one with every input, and one that asks everything back. */
export function gebundeld(varianten: readonly Variant[]): readonly Opdracht[] {
  return [...new Set(varianten.map(({ mutatie }) => mutatie))].flatMap((mutatie) => {
    const eigen = varianten.filter((variant) => variant.mutatie === mutatie);
    return [
      eigen.filter(({ terug }) => terug.length === 0),
      eigen.filter(({ terug }) => terug.length > 0),
    ].flatMap(([eerste, ...rest]) =>
      eerste ? [{ variant: samen(eerste, rest), proeven: [eerste, ...rest] }] : [],
    );
  });
}

/** The same orders for the bronhouder, who knows only its own part of what can be asked back. */
export function voorBron({ variant, proeven }: Opdracht): Opdracht {
  return { variant: variant.bijBron, proeven: proeven.map(({ bijBron }) => bijBron) };
}

/** Writes orders about a person as one mutation, each under a key of its own, with their input in variables. */
export function schrijfOpdrachten(opdrachten: readonly Opdracht[], persoon: PersoonMetRijen) {
  const declared = opdrachten.map(({ variant }, index) => `$i${index}: ${variant.inputtype}!`);
  const orders = opdrachten.map(
    ({ variant }, index) => `m${index}: ${variant.mutatie}(input: $i${index}) { ${selectie(variant.terug)} }`,
  );
  return {
    query: `mutation (${declared.join(", ")}) { ${orders.join(" ")} }`,
    variables: Object.fromEntries(
      opdrachten.map(({ variant }, index) => [`i${index}`, invoerVan(variant, persoon)]),
    ),
  };
}

// Private: what is asked back, each field once, with what is asked within it.
function selectie(wegen: readonly Weg[]): string {
  const parts = new Map<string, Weg[]>();
  for (const [eerste, ...rest] of wegen) {
    if (!eerste) continue;
    const known = parts.get(eerste.veld) ?? [];
    parts.set(eerste.veld, [...known, eerste.binnen.length > 0 ? rest : []]);
  }
  if (parts.size === 0) return "__typename";
  return [...parts]
    .map(([veld, binnen]) => {
      const isBlad = wegen.some(([eerste]) => eerste?.veld === veld && eerste.binnen.length === 0);
      return isBlad ? veld : `${veld} { ${selectie(binnen)} }`;
    })
    .join(" ");
}
