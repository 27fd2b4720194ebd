import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningGateway, readSupergraph, subgraphNamesOf } from "@ketenhub/gateway";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../support/ask.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";
import { freePorts } from "../support/free-ports.ts";
import { type RedisServer, startRedis } from "../support/redis-server.ts";
import { startGatewayBefore } from "../support/start-gateway-before.ts";

const perMinute = 6;
let directory: string;
let redis: RedisServer;
let gateways: readonly RunningGateway[];
let someone: Beller;
let count = 0;

beforeAll(async () => {
  process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
  directory = await mkdtemp(join(tmpdir(), "ketenhub-redis-"));
  redis = await startRedis(freePorts());
  const nowhere = subgraphNamesOf(await readSupergraph()).map((naam) => [naam, "http://127.0.0.1:9/graphql"]);
  const rateLimit = { perMinute, failedTokensPerMinute: 100, redisUrl: redis.url };
  const start = () => startGatewayBefore(Object.fromEntries(nowhere), directory, { rateLimit });
  gateways = [await start(), await start()];
});
afterAll(async () => {
  for (const gateway of gateways) await gateway.stop();
  await redis.stop();
  await rm(directory, { recursive: true, force: true });
});
beforeEach(() => {
  count += 1;
  someone = { ...bellers.regievoerder, medewerker: `medewerker-${count}` };
});

/** The statuses of so many questions at one of the two. */
async function asked(which: 0 | 1, times: number): Promise<readonly number[]> {
  const sending = { url: gateways[which]?.url ?? "", token: await tokenFor(someone, {}, directory) };
  const statuses: number[] = [];
  for (let done = 0; done < times; done += 1)
    statuses.push((await ask(someone, "{ __typename }", {}, sending)).status);
  return statuses;
}
const answered = (times: number) => Array(times).fill(200);
const together = async () => {
  await expect
    .poll(
      async () => {
        count += 1;
        someone = { ...bellers.regievoerder, medewerker: `medewerker-${count}` };
        await asked(0, perMinute);
        return asked(1, 1);
      },
      { timeout: 20_000, interval: 200 },
    )
    .toEqual([429]);
};

describe("two gateways with one Redis", () => {
  it("count the questions of somebody together, and of nobody else", async () => {
    expect(await asked(0, 3)).toEqual(answered(3));
    expect(await asked(1, 3)).toEqual(answered(3));
    expect(await asked(0, 1)).toEqual([429]);
    expect(await asked(1, 1)).toEqual([429]);
    someone = { ...someone, medewerker: "een-ander" };
    expect(await asked(1, 1)).toEqual([200]);
  });

  it("say there what is counted, and not of whom", async () => {
    await asked(0, 1);
    const client = new Redis(redis.url);
    const keys = await client.keys("*");
    client.disconnect();
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).toMatch(/^ketenhub:vragen:[\w-]{43}$/);
  });
});

describe("a Redis that is gone", () => {
  afterEach(async () => {
    await redis.stop();
    await redis.start();
    await together();
  });

  it("keeps nobody from asking: each gateway counts for itself, and together again when it is back", async () => {
    await redis.stop();
    expect(await asked(0, perMinute + 1)).toEqual([...answered(perMinute), 429]);
    expect(await asked(1, perMinute + 1)).toEqual([...answered(perMinute), 429]);
  });

  it("keeps nobody waiting when it only hangs", async () => {
    await asked(0, 1);
    redis.hang();
    const start = performance.now();
    expect(await asked(0, 5)).toEqual(answered(5));
    // Five times its patience would be 1.25 s; without any it would be for ever.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
