import type { Vraag } from "@ketenhub/subgraph";

// By what a request has one of, and keeps when its question is passed on.
const gemeenten = new WeakMap<Vraag["toegangen"], Map<string, string>>();

/**
 * In which gemeente persons live, as far as a list of this same request read it from the database already: the decision about
 * each of them need not ask it again.
 */
export function bekendeGemeenten({ toegangen }: Pick<Vraag, "toegangen">): Map<string, string> {
  const known = gemeenten.get(toegangen) ?? new Map<string, string>();
  gemeenten.set(toegangen, known);
  return known;
}
