import { describe, expect, it } from "vitest";
import { randomBytes } from "./random-bytes.ts";

describe("random bytes", () => {
  it("are as many as were asked for, and never those that somebody got before", () => {
    const seen = new Set<string>();
    for (let index = 0; index < 2_000; index += 1) {
      const length = index % 2 === 0 ? 12 : 32;
      const bytes = randomBytes(length);
      expect(bytes.length).toBe(length);
      expect(bytes.every((byte) => byte === 0)).toBe(false);
      seen.add(bytes.toString("hex", 0, 12));
    }
    expect(seen.size).toBe(2_000);
  });
});
