import type { Answer } from "../ask.ts";
import type { Bevindingen } from "./bevindingen.ts";
import type { PersoonMetRijen } from "./persoon.ts";
import type { Profiel } from "./profielen.ts";
import type { Verwachting } from "./verwachting.ts";

/** Sends a question as a caller: to the gateway, or to the subgraph that is named. */
export type Zend = (
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  subgraph?: string,
) => Promise<Answer>;

/** One caller with the people that were made for him, and all that is needed to ask about them. */
export interface Onderzoek {
  readonly profiel: Profiel;
  readonly personen: readonly PersoonMetRijen[];
  readonly verwachting: Verwachting;
  readonly bevindingen: Bevindingen;
  /** What each field of each row showed, by whatever route: it is the same by every one. */
  readonly waarden: Map<string, string>;
  readonly zend: Zend;
}

/** Who is meant by a keten-id. */
export function persoonMet(
  id: unknown,
  { personen }: Pick<Onderzoek, "personen">,
): PersoonMetRijen | undefined {
  return personen.find((persoon) => persoon.id === id);
}
