import { readFile } from "node:fs/promises";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { ask, subgraphUrl } from "../support/ask.ts";
import { bellers, tokenFor } from "../support/callers.ts";
import { randomOperation } from "../support/random-operation.ts";

/**
 * Anything whatever, asked of the hub by everybody. What it answers and logs is searched at the end of the run for what who asked may
 * not have (`test/support/leaks`). FUZZ_SECONDS=3600 goes on for an hour; FUZZ_SEED asks the same again.
 */
const seconds = Number(process.env["FUZZ_SECONDS"] ?? 20);
const seed = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 31);

/** Numbers that are the same each time for the same seed (mulberry32). */
function numbersFrom(start: number): (under: number) => number {
  let state = start;
  return (under) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % under;
  };
}

const schema = buildSchema(await readFile(new URL("../../schema/api.graphql", import.meta.url), "utf8"));
const known = Object.values(bekendePersonen).map(({ id }) => id);
const allowed = [200, 400, 403];

describe(`whatever is asked (seed ${seed})`, () => {
  it(
    "is answered or refused, and never breaks anything",
    async () => {
      const draw = numbersFrom(seed);
      const callers = Object.values(bellers);
      const tokens = await Promise.all(callers.map((beller) => tokenFor(beller)));
      const ends = performance.now() + seconds * 1_000;
      const renewEvery = 2_000;
      let asked = 0;
      let answered = 0;
      while (performance.now() < ends) {
        const who = draw(callers.length);
        const beller = callers[who];
        if (!beller) throw new Error("Nobody asks.");
        if (asked % renewEvery === renewEvery - 1)
          for (const [index, one] of callers.entries()) tokens[index] = await tokenFor(one);
        const { text, variables } = randomOperation(schema, draw, known);
        const { status, errors, data } = await ask(beller, text, variables, { token: tokens[who] });
        const what = `seed ${seed}, question ${asked}: ${text} ${JSON.stringify(variables)}`;
        expect(allowed, what).toContain(status);
        const broken = errors.filter(({ extensions }) =>
          ["INTERNAL_SERVER_ERROR", "BRONHOUDER_ONBEREIKBAAR"].includes(extensions.code),
        );
        expect(broken, what).toEqual([]);
        asked += 1;
        if (data) answered += 1;
      }
      // A hub that refuses everything would not be tried by this.
      expect(answered).toBeGreaterThan(asked / 10);
    },
    (seconds + 60) * 1_000,
  );

  it("leaves every part as it was", async () => {
    for (const url of [subgraphUrl("gemeente"), subgraphUrl("wpda"), subgraphUrl("roc")]) {
      const response = await fetch(new URL("/readyz", url));
      expect(response.status).toBe(200);
    }
  });
});
