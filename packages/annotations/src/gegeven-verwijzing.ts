import type { Actie } from "@ketenhub/protocol";

/** What a caller must be allowed to do, as the schema says it: read or write one gegeven. */
export interface GegevenVerwijzing {
  readonly actie: Actie;
  readonly gegeven: string;
}

/** Reads `lezen:pip` (a policy) or `lezen/pip` (a tag). Nothing for any other text. */
export function readVerwijzing(text: string, separator: ":" | "/"): GegevenVerwijzing | undefined {
  const [actie, gegeven, ...rest] = text.split(separator);
  if (rest.length > 0 || !gegeven || (actie !== "lezen" && actie !== "schrijven")) return undefined;
  return { actie, gegeven };
}

/** Keeps the first of each. */
export function unique(verwijzingen: readonly GegevenVerwijzing[]): readonly GegevenVerwijzing[] {
  const seen = new Map(verwijzingen.map((one) => [`${one.actie}:${one.gegeven}`, one]));
  return [...seen.values()];
}
