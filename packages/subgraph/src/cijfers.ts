import { OngeldigeInvoer } from "@ketenhub/errors";
import type { SubgraphContext } from "./context.ts";

const cijfers = { actie: "lezen", gegeven: "cijfers" } as const;
const ongemaskeerd = { actie: "lezen", gegeven: "cijfers-ongemaskeerd" } as const;

/** Whether the caller sees small counts as they are: only who may see the people themselves. */
export function zietKleineAantallen({ beslisser }: SubgraphContext<unknown>): boolean {
  return beslisser.geaggregeerd(ongemaskeerd).uitkomst === "toegestaan";
}

/** Refuses figures about a gemeente for which the caller does not work. */
export function requireGemeente({ caller, beslisser }: SubgraphContext<unknown>, gemeente: string): void {
  if (caller.afnemer.gemeenten.includes(gemeente)) return;
  throw beslisser.weigering(cijfers, { uitkomst: "geweigerd", reden: "ANDERE_GEMEENTE" });
}

/**
 * Refuses, for who sees only masked figures, any day but 1 January and 1 July: the difference between two days close together
 * would point at the one person who came or went. A day to come is refused as well: there the same people only grow older, and
 * one after the other passes a border between two groups.
 */
export function requirePeildatum(context: SubgraphContext<unknown>, peildatum: string): void {
  if (zietKleineAantallen(context)) return;
  if (/-(01|07)-01$/.test(peildatum) && peildatum <= context.dag) return;
  throw new OngeldigeInvoer(
    "peildatum",
    "1 januari of 1 juli, en niet in de toekomst, omdat u geaggregeerde cijfers krijgt",
    peildatum,
  );
}
