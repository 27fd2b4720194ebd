import { OngeldigeInvoer } from "@ketenhub/errors";
import type { EntityManager } from "typeorm";
import { Nieuwkomer } from "../nieuwkomer/nieuwkomer.ts";
import { Toestemming } from "./toestemming.ts";

/** What a nieuwkomer did earlier about one gegeven and one partij. */
export interface Eerdere {
  /** The one that counts now. */
  readonly geldende: Toestemming | undefined;
  /** The highest version so far. */
  readonly versie: number;
}

/** Reads what was done earlier. The row of the nieuwkomer is locked, so that two at once do not both find the same. */
export async function lockToestemmingen(
  manager: EntityManager,
  { nieuwkomerId, partij, gegeven }: Pick<Toestemming, "nieuwkomerId" | "partij" | "gegeven">,
): Promise<Eerdere> {
  const where = { id: nieuwkomerId };
  // Who may do this for himself need not be known here: his token says who he is.
  if (!(await manager.findOne(Nieuwkomer, { where, lock: { mode: "pessimistic_write" } })))
    throw new OngeldigeInvoer("input.nieuwkomerId", "een nieuwkomer die de gemeente kent", nieuwkomerId);
  const eerdere = await manager.findBy(Toestemming, { nieuwkomerId, partij, gegeven });
  return {
    geldende: eerdere.find(({ ingetrokkenOp }) => ingetrokkenOp === null),
    versie: Math.max(0, ...eerdere.map(({ versie }) => versie)),
  };
}
