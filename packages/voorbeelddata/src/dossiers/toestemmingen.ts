import { type Dag, datum } from "../dagen.ts";
import type { Medewerker } from "../medewerkers.ts";
import type { Persoon } from "../persoon.ts";
import type { ToestemmingVastlegger } from "../tabellen/gemeente.ts";
import type { Register } from "../tabellen/register.ts";

/** That someone let a partij have a gegeven, named as in the protocol. */
export interface Toestemming {
  readonly partij: string;
  readonly gegeven: string;
  readonly dag: Dag;
  /** The day on which it was withdrawn. */
  readonly ingetrokken: Dag | null;
  /** Who put it down, and its end. */
  readonly door: ToestemmingVastlegger;
}

/** Writes the toestemmingen of one person; what the regievoerder put down for him, he had said. */
export function writeToestemmingen(
  register: Register,
  persoon: Persoon,
  toestemmingen: readonly Toestemming[],
  regievoerder: Medewerker,
): void {
  for (const { partij, gegeven, dag, ingetrokken, door } of toestemmingen) {
    const doorId = door === "NIEUWKOMER" ? persoon.id : regievoerder.id;
    const wijze = door === "NIEUWKOMER" ? null : "MONDELING";
    const isGeldend = ingetrokken === null;
    register.gemeente.toestemming.push({
      id: persoon.ids.next(),
      nieuwkomer_id: persoon.id,
      partij,
      gegeven,
      gegeven_op: `${datum(dag)}T10:15:00.000Z`,
      vastgelegd_door: door,
      vastgelegd_door_id: doorId,
      wijze,
      ingetrokken_op: isGeldend ? null : `${datum(ingetrokken)}T16:45:00.000Z`,
      ingetrokken_door: isGeldend ? null : door,
      ingetrokken_door_id: isGeldend ? null : doorId,
      ingetrokken_wijze: isGeldend ? null : wijze,
      versie: isGeldend ? 1 : 2,
    });
  }
}
