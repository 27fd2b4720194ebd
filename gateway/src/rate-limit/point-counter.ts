import { TeVeelVragen } from "@ketenhub/errors";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterRes,
} from "rate-limiter-flexible";
import type { RedisConnection } from "./redis-connection.ts";

/** Counts points for each of many, and refuses who has none left. */
export interface PointCounter {
  /** Throws `TeVeelVragen` when these points are more than are left. */
  take(key: string, points: number): Promise<void>;
}

/** How long points are counted before everybody has all of them again, in seconds. */
export const window = 60;

/**
 * Counts in this process, or in Redis for as many gateways as count there. When Redis does not answer, each gateway counts for itself:
 * a limit protects the others who ask, and no datum, so nobody is refused because it is gone.
 */
export function createPointCounter(points: number, redis?: RedisConnection): PointCounter {
  const here = new RateLimiterMemory({ points, duration: window });
  const counter: RateLimiterAbstract = redis
    ? new RateLimiterRedis({
        storeClient: redis.client,
        keyPrefix: "ketenhub:vragen",
        points,
        duration: window,
        rejectIfRedisNotReady: true,
        // Who has none left is refused here, and gives Redis no more work.
        inMemoryBlockOnConsumed: points + 1,
        insuranceLimiter: here,
      })
    : here;
  return {
    async take(key, taken) {
      try {
        await counter.consume(key, taken);
      } catch (refused) {
        if (refused instanceof Error) throw refused;
        throw new TeVeelVragen(secondsUntil(refused as RateLimiterRes));
      }
    },
  };
}

/** In how many whole seconds the points are there again; never none. */
export function secondsUntil({ msBeforeNext }: Pick<RateLimiterRes, "msBeforeNext">): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
