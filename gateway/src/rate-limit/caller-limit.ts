import { createHash } from "node:crypto";
import type { TokenClaims } from "@ketenhub/identity";
import type { PointCounter } from "./point-counter.ts";

/** Counts what somebody asks. */
export interface CallerLimit {
  /** One more question; throws `TeVeelVragen` when it is one too many. */
  question(caller: TokenClaims): Promise<void>;
  /** How large that question turned out to be; throws `TeVeelVragen` when that is too much. */
  objects(caller: TokenClaims, estimated: number): Promise<void>;
}

/** For how many objects in an answer, as estimated, a question counts as one more. */
export const objectsPerPoint = 1_000;

/** Who is counted is who the token says it is: nothing that a caller can choose makes him somebody else. */
export function createCallerLimit(counter: PointCounter): CallerLimit {
  return {
    question: (caller) => counter.take(keyOf(caller), 1),
    async objects(caller, estimated) {
      const points = Math.floor(estimated / objectsPerPoint);
      if (points > 0) await counter.take(keyOf(caller), points);
    },
  };
}

/** What a gateway has that counts nothing. */
export const noCallerLimit: CallerLimit = {
  question: async () => undefined,
  objects: async () => undefined,
};

// Private: what counts need not know who it counts, and an identity may be text of any kind.
function keyOf({ oin, sub }: TokenClaims): string {
  const who = JSON.stringify([oin, sub]);
  return createHash("sha256").update(who).digest("base64url");
}
