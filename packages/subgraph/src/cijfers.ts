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
 * would point at the one person who came or went.
 */
export function requirePeildatum(context: SubgraphContext<unknown>, peildatum: string): void {
  if (zietKleineAantallen(context) || /-(01|07)-01$/.test(peildatum)) return;
  throw new OngeldigeInvoer(
    "peildatum",
    "1 januari of 1 juli, omdat u geaggregeerde cijfers krijgt",
    peildatum,
  );
}
