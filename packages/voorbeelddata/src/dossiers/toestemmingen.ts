import { type Dag, datum } from "../dagen.ts";
import type { Persoon } from "../persoon.ts";
import type { Register } from "../tabellen/register.ts";

/** That someone let a partij have a gegeven, named as in the protocol. */
export interface Toestemming {
  readonly partij: string;
  readonly gegeven: string;
  readonly dag: Dag;
  /** The day on which it was withdrawn. */
  readonly ingetrokken: Dag | null;
}

/** Writes the toestemmingen of one person. */
export function writeToestemmingen(
  register: Register,
  persoon: Persoon,
  toestemmingen: readonly Toestemming[],
): void {
  for (const { partij, gegeven, dag, ingetrokken } of toestemmingen) {
    register.gemeente.toestemming.push({
      id: persoon.ids.next(),
      nieuwkomer_id: persoon.id,
      partij,
      gegeven,
      gegeven_op: `${datum(dag)}T10:15:00.000Z`,
      ingetrokken_op: ingetrokken === null ? null : `${datum(ingetrokken)}T16:45:00.000Z`,
    });
  }
}
