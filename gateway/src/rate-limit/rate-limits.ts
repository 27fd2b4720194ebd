import type { TokenVerifier } from "@ketenhub/identity";
import type { FastifyBaseLogger } from "fastify";
import { type CallerLimit, createCallerLimit, noCallerLimit } from "./caller-limit.ts";
import { limitFailedTokens, type VerifierFor } from "./failed-tokens.ts";
import { createPointCounter } from "./point-counter.ts";
import { connectRedis } from "./redis-connection.ts";
import { type OnLimited, tellOfLimits } from "./tell-of-limits.ts";

/** How much one caller may ask. */
export interface RateLimit {
  /** Points that a caller has each minute: one for a question, and one for every thousand objects in its answer. */
  readonly perMinute: number;
  /** Tokens that are not valid, from one address each minute, before no new ones are looked at. */
  readonly failedTokensPerMinute: number;
  /** Where the gateways count together; without it each counts for itself. */
  readonly redisUrl?: string;
}

/** What counts in a running gateway. */
export interface RateLimits {
  /** The verifier of tokens for requests from one address; counts each question of whose token is valid. */
  readonly verifierFor: VerifierFor;
  readonly callers: CallerLimit;
  close(): void;
}

/** Starts counting; without a limit nothing is counted. */
export async function startRateLimits(
  limit: RateLimit | undefined,
  verifier: TokenVerifier,
  log: FastifyBaseLogger,
  onLimited: OnLimited = () => undefined,
): Promise<RateLimits> {
  if (!limit) return { callers: noCallerLimit, verifierFor: () => verifier, close: () => undefined };
  const redis = limit.redisUrl === undefined ? undefined : await connectRedis(limit.redisUrl, log);
  const callers = tellOfLimits(createCallerLimit(createPointCounter(limit.perMinute, redis)), onLimited);
  return {
    callers,
    verifierFor: countQuestions(limitFailedTokens(verifier, limit.failedTokensPerMinute), callers),
    close: () => redis?.close(),
  };
}

// Private: counted before anything else is looked at, so that a question that is refused counts as well.
function countQuestions(verifierFor: VerifierFor, callers: CallerLimit): VerifierFor {
  return (address) => ({
    async verify(authorization) {
      const claims = await verifierFor(address).verify(authorization);
      await callers.question(claims);
      return claims;
    },
  });
}
