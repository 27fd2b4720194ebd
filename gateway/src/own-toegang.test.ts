import { describe, expect, it } from "vitest";
import { withOwnToegang } from "./own-toegang.ts";

const toegangen = (...texts: readonly unknown[]) => ({
  representations: texts.map((toegang) => ({ __typename: "Nieuwkomer", id: "x", toegang })),
});

describe("the toegangen that go to a subgraph", () => {
  it("hold only what is sealed for that subgraph, of every person", () => {
    const variables = {
      ...toegangen("wpda:k1:aaa~roc:k1:bbb", "roc:k1:ddd~wpda:k1:ccc~wpda:k2:eee"),
      first: 1,
    };
    expect(withOwnToegang("wpda", variables)).toEqual({
      ...toegangen("wpda:k1:aaa", "wpda:k1:ccc~wpda:k2:eee"),
      first: 1,
    });
    expect(withOwnToegang("roc", variables)).toEqual({ ...toegangen("roc:k1:bbb", "roc:k1:ddd"), first: 1 });
  });

  it("are left alone when nothing in them is for that subgraph: it refuses them itself", () => {
    for (const odd of ["roc:k1:bbb", "wpda", "xwpda:k1:a", "", null, undefined, 1, ["wpda:k1:aaa"]]) {
      expect(withOwnToegang("wpda", toegangen(odd))).toEqual(toegangen(odd));
    }
  });

  it("are none when nobody comes in from elsewhere", () => {
    expect(withOwnToegang("wpda", undefined)).toBeUndefined();
    expect(withOwnToegang("wpda", { first: 1 })).toEqual({ first: 1 });
    expect(withOwnToegang("wpda", { representations: "x" })).toEqual({ representations: "x" });
  });
});
