import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { createDocumentStore } from "./document-store.ts";

const kept = async (texts: readonly string[], maxSize: number) => {
  const store = createDocumentStore(maxSize);
  for (const [index, text] of texts.entries()) await store.set(String(index), parse(text));
  return store.keys().map(Number);
};

describe("the texts that a server keeps", () => {
  it("are as many as fit, and the ones that were asked last", async () => {
    const texts = Array.from({ length: 1_000 }, (_, index) => `{ veld${index} }`);
    const found = await kept(texts, 100_000);
    expect(found.length).toBeGreaterThan(10);
    expect(found.length).toBeLessThan(500);
    expect(Math.max(...found)).toBe(999);
    expect(Math.min(...found)).toBe(1_000 - found.length);
  });

  it("weigh what their comments weigh", async () => {
    const texts = Array.from({ length: 100 }, (_, index) => `{ veld } # ${index} ${"x".repeat(10_000)}`);
    expect((await kept(texts, 100_000)).length).toBeLessThan(10);
  });

  it("are not those that would push out most others", async () => {
    expect(await kept([`{ veld } # ${"x".repeat(50_000)}`, "{ veld }"], 100_000)).toEqual([1]);
  });
});
