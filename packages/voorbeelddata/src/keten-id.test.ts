import { describe, expect, it } from "vitest";
import { IDS_PER_PERSOON, ketenId } from "./keten-id.ts";

describe("ketenId", () => {
  it("has the shape of a UUID version 4", () => {
    for (let nummer = 0; nummer < IDS_PER_PERSOON; nummer += 1) {
      expect(ketenId(7, nummer)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }
  });

  it("is different for each person and number", () => {
    const ids = Array.from({ length: 200 * IDS_PER_PERSOON }, (_, i) =>
      ketenId(Math.floor(i / IDS_PER_PERSOON), i % IDS_PER_PERSOON),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("refuses a number that belongs to the next person", () => {
    expect(() => ketenId(1, IDS_PER_PERSOON)).toThrow("at most 256 ids");
  });
});
