import { describe, expect, it } from "vitest";
import { representationsFor } from "./representations.ts";

const id = "00000000-0000-4000-8000-000000000001";
const person = { __typename: "Nieuwkomer", id };
const toegangFor = (naam: string, toegang: unknown) => representationsFor(naam, [{ ...person, toegang }])[0];

describe("what goes of a person to a subgraph", () => {
  it("is a type, an id, and of the toegang only what is sealed for that subgraph", () => {
    const toegang = "wpda:k1:aaa~vluchtelingenwerk:k1:bbb~roc:k2:ccc";
    for (const [naam, own] of [
      ["wpda", "wpda:k1:aaa"],
      ["vluchtelingenwerk", "vluchtelingenwerk:k1:bbb"],
      ["roc", "roc:k2:ccc"],
    ] as const) {
      expect(toegangFor(naam, toegang)).toEqual({ ...person, toegang: own });
    }
  });

  it("is no toegang when nothing in it is for that subgraph: it shares nothing with this caller", () => {
    for (const other of ["roc:k1:bbb", "xwpda:k1:a", "roc:k1:b~xwpda:k1:a"])
      expect(toegangFor("wpda", other)).toEqual({ ...person, toegang: null });
  });

  it("is no toegang when there is none", () => {
    expect(toegangFor("wpda", null)).toEqual({ ...person, toegang: null });
    expect(representationsFor("wpda", [person, { __typename: "Query" }])).toEqual([
      person,
      { __typename: "Query" },
    ]);
    expect(representationsFor("wpda", [])).toEqual([]);
  });

  it.each([
    ["a BSN in the place of the toegang", { toegang: "999900092" }],
    ["a BSN behind the toegang", { toegang: "wpda:k1:aaa:999900092" }],
    ["a BSN before a part that is sealed", { toegang: "999900092~roc:k1:aaa" }],
    ["an empty toegang", { toegang: "" }],
    ["an object in the place of the toegang", { toegang: { zorg: "x" } }],
    ["a list in the place of the toegang", { toegang: ["wpda:k1:aaa"] }],
    ["a BSN in the place of the id", { id: "999900092" }],
    ["a number in the place of the id", { id: 1 }],
    ["a fact of a person", { geboortedatum: "1990-01-01" }],
    ["another text in the place of the type", { __typename: "ara" }],
    ["no type", { __typename: undefined }],
  ])("is never %s", (_what, change) => {
    expect(() => representationsFor("wpda", [person, { ...person, ...change }])).toThrow(/may not travel/);
  });
});
