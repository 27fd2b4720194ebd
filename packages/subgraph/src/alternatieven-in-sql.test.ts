import { describe, expect, it } from "vitest";
import { alternativesInSql } from "./alternatieven-in-sql.ts";

describe("alternatives of conditions in SQL", () => {
  it("let nobody in when there are none, or when one asks nothing", () => {
    expect(alternativesInSql([])).toBe("FALSE");
    expect(alternativesInSql([[]])).toBe("FALSE");
    expect(alternativesInSql([[], ["a"]])).toBe("(a)");
  });

  it("leave out the one with a condition that cannot be said", () => {
    expect(alternativesInSql([["a", undefined], ["b"]])).toBe("(b)");
    expect(alternativesInSql([[undefined]])).toBe("FALSE");
  });

  it("ask all of one, or all of another", () => {
    expect(alternativesInSql([["a", "b"], ["c"]])).toBe("((a AND b) OR (c))");
  });

  it("ask once what is asked twice", () => {
    expect(alternativesInSql([["a", "b", "a"]])).toBe("(a AND b)");
    expect(
      alternativesInSql([
        ["a", "b"],
        ["b", "a"],
      ]),
    ).toBe("(a AND b)");
  });

  it("leave out the one that asks all that another asks, and more", () => {
    expect(alternativesInSql([["a", "b"], ["a"], ["c", "a"]])).toBe("(a)");
  });
});
