import { dagVan, type Protocolversies } from "@ketenhub/protocol";
import { beoordeelVersie, bezwarenOp, type Oordeel } from "./beoordeel-versie.ts";
import { leesBestanden } from "./lees-bestanden.ts";

/** What the signatures under all versions were worth when they were read. */
export interface Stand {
  /** When reading began: what changed later may not have been seen. */
  readonly gelezen: number;
  readonly oordelen: ReadonlyMap<string, Oordeel>;
  /** Why nothing could be read. */
  readonly storing?: string;
}

/** Reads the keys and the signatures under all versions, and judges them. */
export async function leesStand({ alle }: Protocolversies, directory: URL, begin: Date): Promise<Stand> {
  const sleutels = await leesBestanden(new URL("sleutels/", directory));
  const oordelen = await Promise.all(
    alle.map(async (protocol) => {
      const handtekeningen = await leesBestanden(new URL(`handtekeningen/${protocol.versie}/`, directory));
      return [protocol.versie, await beoordeelVersie(protocol, handtekeningen, sleutels)] as const;
    }),
  );
  return { gelezen: begin.getTime(), oordelen: new Map(oordelen) };
}

/** Why a version is not in force at a moment; what was not judged is not in force. */
export function bezwarenVan({ oordelen, storing }: Stand, versie: string, moment: Date): readonly string[] {
  const oordeel = oordelen.get(versie);
  if (!oordeel) return [`de handtekeningen kunnen niet worden gelezen (${storing ?? "zij zijn er niet"})`];
  return bezwarenOp(oordeel, dagVan(moment));
}
