import { dagVan, geldt, type Ketenrelatie } from "@ketenhub/protocol";
import type { z } from "zod";
import { seal } from "./seal.ts";
import type { Sleutel } from "./sleutels.ts";
import { geldigheidInSeconden, type Inhoud, type Toegang, vingerafdruk } from "./toegang.ts";

/**
 * Writes down what the gemeente knows about a caller and a person, sealed once for every bronhouder that may need it: the caller,
 * through whose hands it can go, cannot read it. Only ketenrelaties for this doel that count now are carried: a bronhouder learns
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
  { beller, doel, persoonId, protocolversie, feiten, naloop = 0 }: Toegang,
  now: Date,
): z.input<typeof Inhoud> {
  const peil = { doel, moment: now, dag: dagVan(now), naloop };
  return {
    b: vingerafdruk(beller),
    d: doel,
    p: persoonId,
    g: feiten.gemeente,
    r: feiten.relaties.filter((relatie) => geldt(relatie, peil)).map(delenVan),
    t: [...feiten.toestemmingen],
    k: [...feiten.openTaken],
    v: protocolversie,
    e: Math.floor(now.getTime() / 1000) + geldigheidInSeconden,
  };
}

// The last day goes along: the bronhouder itself says whether it is over, and whether there is a naloop.
function delenVan({ doel, begindatum, einddatum, medewerkerId }: Ketenrelatie) {
  return [doel, begindatum, einddatum ?? null, medewerkerId ?? null] as [
    string,
    string,
    string | null,
    string | null,
  ];
}
