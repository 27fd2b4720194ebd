import { z } from "zod";
import type { RateLimit } from "./rate-limits.ts";

/** How much one caller may ask, as it stands in the environment. */
export const rateLimitEnvironment = {
  /** Points of one caller each minute: one for a question, one for every thousand objects in its answer. 0 counts nothing. */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(0).max(10_000_000).default(600),
  /** Tokens that are not valid, from one address each minute, before no new ones are looked at there. */
  FAILED_TOKENS_PER_MINUTE: z.coerce.number().int().min(1).max(10_000_000).default(600),
  /** Where gateways count together; without it each counts for itself. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
} as const;

type Env = z.infer<z.ZodObject<typeof rateLimitEnvironment>> & { readonly NODE_ENV: string };

/** Counting nothing is for development: in production somebody else would pay for it. */
export function requireRateLimit({ RATE_LIMIT_PER_MINUTE, NODE_ENV }: Env, context: z.RefinementCtx): void {
  if (RATE_LIMIT_PER_MINUTE > 0 || NODE_ENV !== "production") return;
  const message = "Expected at least 1 in production: 0 counts nothing";
  context.addIssue({ code: "custom", path: ["RATE_LIMIT_PER_MINUTE"], message });
}

/** The limit that the environment gives, if any. */
export function rateLimitOf(env: Env): RateLimit | undefined {
  const { RATE_LIMIT_PER_MINUTE, FAILED_TOKENS_PER_MINUTE, REDIS_URL } = env;
  if (RATE_LIMIT_PER_MINUTE === 0) return undefined;
  return {
    perMinute: RATE_LIMIT_PER_MINUTE,
    failedTokensPerMinute: FAILED_TOKENS_PER_MINUTE,
    ...(REDIS_URL === undefined ? {} : { redisUrl: REDIS_URL }),
  };
}
