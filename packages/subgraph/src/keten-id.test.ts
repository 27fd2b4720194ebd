import { describe, expect, it } from "vitest";
import { isKetenId } from "./keten-id.ts";

describe("a keten-id", () => {
  const id = "0f8fad5b-d9cb-469f-a165-70867728950e";

  it("is a UUID, in the one spelling that is given out", () => {
    expect(isKetenId(id)).toBe(true);
    for (const other of [id.toUpperCase(), `{${id}}`, ` ${id}`, `${id}\n`, id.replaceAll("-", ""), ""]) {
      expect(isKetenId(other)).toBe(false);
    }
  });

  it("is a text and nothing that looks like one", () => {
    for (const value of [undefined, null, 1, [id], { toString: () => id }, new String(id)]) {
      expect(isKetenId(value)).toBe(false);
    }
  });
});
