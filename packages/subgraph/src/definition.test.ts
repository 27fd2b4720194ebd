import { describe, expect, it } from "vitest";
import { mergeResolvers } from "./definition.ts";

describe("resolvers of several concepts", () => {
  const one = () => 1;
  const two = () => 2;

  it("come together, by type and field", () => {
    expect(mergeResolvers({ Query: { one } }, { Query: { two }, Pip: { one } })).toEqual({
      Query: { one, two },
      Pip: { one },
    });
  });

  it("are refused when two of them resolve the same field", () => {
    expect(() => mergeResolvers({ Query: { one } }, { Query: { one: two } })).toThrow(
      "Query.one is resolved twice.",
    );
  });

  it("leave what was given as it was", () => {
    const given = { Query: { one } };
    mergeResolvers(given, { Query: { two } });
    expect(given).toEqual({ Query: { one } });
  });
});
