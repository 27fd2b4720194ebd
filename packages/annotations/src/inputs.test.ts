import { describe, expect, it } from "vitest";
import { linked } from "../test/proef.ts";
import { readInputs } from "./inputs.ts";

const schema = linked(`
  type Query { mensen(first: Int, filter: Filter, op: String @tag(name: "lezen/naam")): String @policy(policies: [["lezen:naam"]]) }
  input Filter { naam: String @tag(name: "lezen/naam") @tag(name: "intern")  en: Filter }
`);

describe("the inputs of a schema", () => {
  it("are every argument and input field by its coordinate, with what it requires", () => {
    expect(Object.fromEntries(readInputs(schema))).toEqual({
      "Query.mensen(first:)": [],
      "Query.mensen(filter:)": [],
      "Query.mensen(op:)": [{ actie: "lezen", gegeven: "naam" }],
      "Filter.naam": [{ actie: "lezen", gegeven: "naam" }],
      "Filter.en": [],
    });
  });

  it("are not those of introspection", () => {
    expect([...readInputs(schema).keys()].filter((coordinate) => coordinate.startsWith("__"))).toEqual([]);
  });
});
