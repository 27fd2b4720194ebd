import { TeVeelVragen } from "@ketenhub/errors";
import type { TokenClaims } from "@ketenhub/identity";
import type { Protocolversies } from "@ketenhub/protocol";
import type { CallerLimit } from "./caller-limit.ts";

/** Told the OIN of whom a request was refused for asking too much. */
export type OnLimited = (oin: string) => void;

/** The same limit, that tells whose request it refused: of which organisation, not of whom. */
export function tellOfLimits(limit: CallerLimit, onLimited: OnLimited): CallerLimit {
  const told = async ({ oin }: TokenClaims, counted: Promise<void>): Promise<void> => {
    try {
      await counted;
    } catch (error) {
      if (error instanceof TeVeelVragen) onLimited(oin);
      throw error;
    }
  };
  return {
    question: (caller) => told(caller, limit.question(caller)),
    objects: (caller, estimated) => told(caller, limit.objects(caller, estimated)),
  };
}

/** The partij that has this OIN in any version of the protocol; empty when none has. */
export function partijOf({ alle }: Protocolversies, oin: string): string {
  const known = alle.find(({ partijByOin }) => partijByOin.has(oin));
  return known?.partijByOin.get(oin)?.id ?? "";
}
