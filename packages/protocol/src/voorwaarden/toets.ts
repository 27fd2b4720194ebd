import type { Reden, Verzoek } from "../beslissing.ts";
import type { CompiledProtocol } from "../compile.ts";
import type { Feiten } from "../feiten.ts";

/** What a condition is examined against: a person, or an aggregate. */
export interface Onderzoek {
  readonly protocol: Pick<CompiledProtocol, "naloop">;
  readonly verzoek: Verzoek;
  readonly persoon: Feiten | "geaggregeerd";
}

/** Whether a condition holds: nothing when it does, else the reason why not. */
export type Toets = (onderzoek: Onderzoek) => Reden | undefined;

/** A condition about a person. About an aggregate it never holds: no article for people opens a figure. */
export function overPersoon(toets: (persoon: Feiten, onderzoek: Onderzoek) => Reden | undefined): Toets {
  return (onderzoek) =>
    onderzoek.persoon === "geaggregeerd" ? "GEEN_ARTIKEL" : toets(onderzoek.persoon, onderzoek);
}
