import v8 from "node:v8";
import vm from "node:vm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ask } from "../support/ask.ts";
import { bellers, tokenFor } from "../support/callers.ts";
import { type HubBehindDoors, startHubBehindDoors } from "../support/hub-behind-doors.ts";

const { regievoerder, trajectbegeleider } = bellers;
let hub: HubBehindDoors;
let token: string;

vi.setConfig({ testTimeout: 180_000 });

beforeAll(async () => {
  hub = await startHubBehindDoors({ subgraphDeadline: 2_000, answerDeadline: 3_000 });
  token = await tokenFor(regievoerder);
});
afterAll(() => hub.stop());

v8.setFlagsFromString("--expose_gc");
const collectGarbage = vm.runInNewContext("gc") as () => void;
const mebibytes = () => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_048_576;
};
const askHub = (query: string) => ask(regievoerder, query, {}, { url: hub.url, token });
/** How long so many modest questions take one after another, each, in milliseconds. */
async function modest(times: number): Promise<readonly number[]> {
  const took: number[] = [];
  for (let asked = 0; asked < times; asked += 1) {
    const start = performance.now();
    const { status } = await askHub("{ nieuwkomers(first: 1) { totalCount } }");
    expect(status).toBe(200);
    took.push(performance.now() - start);
  }
  return took;
}
const p95 = (numbers: readonly number[]) =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length * 0.95)] ?? 0;

describe("a flood of questions that nobody asked before", () => {
  it("I11 leaves no more in memory than is set apart for them, whatever they are filled with", async () => {
    await modest(3);
    const before = mebibytes();
    for (let sent = 0; sent < 130; sent += 1) {
      const { status } = await askHub(`{ __typename } # ${sent} ${"x".repeat(1_000_000)}`);
      expect(status).toBe(200);
    }
    // What was sent is 124 MiB; what is kept of it, 64.
    expect(mebibytes() - before).toBeLessThan(100);
  });
});

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");
const hostile: readonly (readonly [string, string])[] = [
  [
    "too deep",
    `{ nieuwkomers(first: 500) { edges { node { ${times(60, () => "gezin { leden { nieuwkomer {")} id ${"} } } ".repeat(60)} } } } }`,
  ],
  [
    "doubling itself",
    `{ ...F0 } ${times(60, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F60 on Query { __typename }`,
  ],
  ["wrong in a thousand places", `{ ${times(1_000, (index) => `x${index}`)} }`],
  ["nearly too long", `{ ${times(900, (index) => `a${index}: __typename`)} }`],
];

describe("a modest caller beside a hostile one", () => {
  it.each(hostile)(
    "is answered about as fast, when over and over a question comes that is %s",
    async (_what, text) => {
      const alone: number[] = [];
      const beside: number[] = [];
      // In turn, so that what else the machine does hinders both.
      for (let round = 0; round < 3; round += 1) {
        alone.push(...(await modest(10)));
        let goesOn = true;
        const attack = (async () => {
          while (goesOn) await askHub(text);
        })();
        beside.push(...(await modest(10)));
        goesOn = false;
        await attack;
      }
      // Twice as long at most, and what a few milliseconds more or less are on a machine that does other things.
      expect(p95(beside)).toBeLessThan(2 * p95(alone) + 500);
    },
  );
});

describe("I12 a subgraph that takes half a minute", () => {
  it("I12 holds up nobody longer than the deadline, and not who asks something else", async () => {
    await hub.deuren["roc"]?.doe("traag");
    const slow = "{ mijnInschrijvingen(first: 1) { totalCount } }";
    const rocToken = await tokenFor(trajectbegeleider);
    const start = performance.now();
    const asked = Array.from({ length: 100 }, () =>
      ask(trajectbegeleider, slow, {}, { url: hub.url, token: rocToken }),
    );
    const other = await askHub("{ nieuwkomers(first: 1) { totalCount } }");
    expect(other.data.nieuwkomers.totalCount).toBeGreaterThan(0);
    const answers = await Promise.all(asked);
    // A deadline of three seconds, with room for a busy machine; the subgraph itself would take thirty.
    expect(performance.now() - start).toBeLessThan(25_000);
    expect([...new Set(answers.map(({ errors }) => errors[0]?.extensions.code))]).toEqual([
      "BRONHOUDER_ONBEREIKBAAR",
    ]);
    // No more connections than the pool has, and none at all once it is left alone.
    expect(hub.deuren["roc"]?.asked).toBeLessThanOrEqual(130);
    await hub.deuren["roc"]?.doe("goed");
  });
});
