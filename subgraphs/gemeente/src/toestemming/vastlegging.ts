import { OngeldigeInvoer } from "@ketenhub/errors";
import type { Context } from "../gemeente.ts";
import type { Vastlegger } from "./toestemming.ts";

/** Who puts something down about a toestemming, and how the nieuwkomer said it. */
export interface Vastlegging {
  readonly door: Vastlegger;
  /** The `sub` of their token. */
  readonly doorId: string;
  readonly wijze: string | null;
}

/**
 * Who puts this down: whoever may and is not the nieuwkomer does it on his behalf, and must be able to show how he said it (AVG,
 * article 7 paragraph 1).
 */
export function vastleggingVan(wijze: string | null | undefined, { caller }: Context): Vastlegging {
  const { partij, medewerkerId: doorId } = caller.afnemer;
  if (partij === "nieuwkomer") {
    if (wijze) throw new OngeldigeInvoer("input.wijze", "niets, want u legt dit zelf vast", wijze);
    return { door: "NIEUWKOMER", doorId, wijze: null };
  }
  if (!wijze) {
    const verwacht = "MONDELING of SCHRIFTELIJK, want u legt dit namens de nieuwkomer vast";
    throw new OngeldigeInvoer("input.wijze", verwacht, wijze ?? undefined);
  }
  return { door: "REGIEVOERDER", doorId, wijze };
}
