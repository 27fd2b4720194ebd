import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type RunningHub, startHub } from "@ketenhub/start";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../support/ask.ts";
import { type Balancer, startBalancer } from "../support/balancer.ts";
import { bellers, tokenFor } from "../support/callers.ts";
import { hubConfig } from "../support/hub-setup.ts";
import { makeDatabases, type OwnDatabases } from "../support/own-databases.ts";
import { readCaseload } from "../support/read-caseload.ts";
import { startGatewayBefore } from "../support/start-gateway-before.ts";

const drainDelay = 500;
let databases: OwnDatabases;
let directory: string;
const started: { stop(): Promise<unknown> }[] = [];
const begin = async <T extends { stop(): Promise<unknown> }>(part: Promise<T>): Promise<T> => {
  const running = await part;
  started.push(running);
  return running;
};

beforeAll(async () => {
  databases = await makeDatabases("vervangen");
  directory = await mkdtemp(join(tmpdir(), "ketenhub-vervangen-"));
});
afterAll(async () => {
  for (const part of started.reverse()) await part.stop();
  await rm(directory, { recursive: true, force: true });
  await databases.drop();
}, 60_000);

/** Every subgraph once, on the databases that they share. */
const startSubgraphs = () => begin(startHub({ ...hubConfig(directory, databases.env), drainDelay }));
const startGateway = (subgraphs: Readonly<Record<string, Balancer>>) => {
  const urls = Object.entries(subgraphs).map(([naam, { url }]) => [naam, url]);
  return begin(startGatewayBefore(Object.fromEntries(urls), directory, { drainDelay }));
};

/** A balancer before each subgraph of these hubs. */
async function balance(...hubs: readonly RunningHub[]): Promise<Record<string, Balancer>> {
  const balancers: Record<string, Balancer> = {};
  for (const { naam } of hubs[0]?.subgraphs ?? []) {
    const urls = hubs.map(({ subgraphs }) => subgraphs.find((one) => one.naam === naam)?.url ?? "");
    balancers[naam] = await begin(startBalancer(...urls));
  }
  return balancers;
}

describe("two replicas of everything", () => {
  it("answer alike, and are replaced under load without one failed request", async () => {
    const [een, twee] = [await startSubgraphs(), await startSubgraphs()];
    const subgraphs = await balance(een, twee);
    const [links, rechts] = [await startGateway(subgraphs), await startGateway(subgraphs)];
    const front = await begin(startBalancer(links.url, rechts.url));
    const caseload = await readCaseload();
    const token = await tokenFor(bellers.regievoerder, {}, directory);
    const vraag = () =>
      ask(bellers.regievoerder, caseload, { gemeente: "GM1680", first: 4 }, { url: front.url, token });
    const heel = await vraag();
    expect(heel.data.nieuwkomers.edges).toHaveLength(4);

    let done = false;
    let asked = 0;
    const failed: unknown[] = [];
    const worker = async () => {
      while (!done) {
        asked += 1;
        const { status, data, errors } = await vraag().catch((error) => ({
          status: 0,
          data: null,
          errors: [error],
        }));
        if (status !== 200 || !isDeepStrictEqual(data, heel.data)) failed.push({ status, errors });
      }
    };
    const load = Promise.all(Array.from({ length: 4 }, worker));

    const [drie, nieuw] = [await startSubgraphs(), await startGateway(subgraphs)];
    front.add(nieuw.url);
    for (const { naam, url } of drie.subgraphs) subgraphs[naam]?.add(url);
    await links.stop();
    await een.stop();
    await rechts.stop();
    await twee.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    done = true;
    await load;

    expect(failed.slice(0, 3)).toEqual([]);
    expect(asked).toBeGreaterThan(20);
    // Each of them had a part in it.
    expect(front.served.size).toBe(3);
    for (const { served } of Object.values(subgraphs)) expect(served.size).toBe(3);
  }, 180_000);
});
