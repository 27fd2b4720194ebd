import { dagVan, geldt } from "@ketenhub/protocol";
import type { z } from "zod";
import { seal } from "./seal.ts";
import type { Sleutel } from "./sleutels.ts";
import { geldigheidInSeconden, type Inhoud, type Toegang, vingerafdruk } from "./toegang.ts";

/**
 * Writes down what the gemeente knows about a caller and a person, sealed once for every bronhouder that may need it: the caller,
 * through whose hands it can go, cannot read it. Only ketenrelaties for this doel that run now are carried: a bronhouder learns
 * no more than it needs to decide.
 */
export function issueToegang(toegang: Toegang, sleutels: ReadonlyMap<string, Sleutel>, now: Date): string {
  const content = JSON.stringify(contentOf(toegang, now));
  return [...sleutels]
    .map(([bronhouder, sleutel]) => `${bronhouder}:${sleutel.kid}:${seal(sleutel, bronhouder, content)}`)
    .join("~");
}

// Private.
function contentOf(
  { beller, doel, persoonId, protocolversie, feiten }: Toegang,
  now: Date,
): z.input<typeof Inhoud> {
  return {
    b: vingerafdruk(beller),
    d: doel,
    p: persoonId,
    ...(feiten.gemeente === undefined ? {} : { g: feiten.gemeente }),
    r: feiten.relaties
      .filter((relatie) => geldt(relatie, doel, now, dagVan(now)))
      .map(
        (relatie) =>
          [relatie.doel, relatie.begindatum, ...(relatie.medewerkerId ? [relatie.medewerkerId] : [])] as
            | [string, string]
            | [string, string, string],
      ),
    t: [...feiten.toestemmingen],
    k: feiten.heeftTaak,
    v: protocolversie,
    e: Math.floor(now.getTime() / 1000) + geldigheidInSeconden,
  };
}
