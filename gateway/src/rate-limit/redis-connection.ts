import type { FastifyBaseLogger } from "fastify";
import type { Redis } from "ioredis";

/** An open door to Redis, whether or not it answers now. */
export interface RedisConnection {
  readonly client: Redis;
  close(): void;
}

/** How long a request waits for Redis, in milliseconds: somebody waits for it. */
const patience = 250;

/**
 * Connects to Redis, and goes on trying while it is down. The library is only loaded when there is a Redis to speak to. Going and coming
 * back are each one line in the log.
 */
export async function connectRedis(
  url: string,
  log: Pick<FastifyBaseLogger, "warn" | "info">,
): Promise<RedisConnection> {
  const { Redis } = await import("ioredis");
  const client = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    commandTimeout: patience,
    // A Redis that hangs is one that is gone: from then on nobody waits for it.
    socketTimeout: 4 * patience,
    retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
  });
  let isLost = false;
  client.on("error", ({ message }: Error) => {
    if (isLost) return;
    isLost = true;
    log.warn({ reason: message }, "Redis is lost: each gateway counts questions for itself");
  });
  client.on("ready", () => {
    if (isLost) log.info("Redis is back: gateways count questions together");
    isLost = false;
  });
  return { client, close: () => client.disconnect() };
}
