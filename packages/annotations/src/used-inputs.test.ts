import { buildSchema, type GraphQLArgument } from "graphql";
import { describe, expect, it } from "vitest";
import { usedInputs } from "./used-inputs.ts";

const schema = buildSchema(`
  directive @tag(name: String!) repeatable on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  input Filter {
    naam: String @tag(name: "lezen/naam")
    bsn: String @tag(name: "lezen/bsn") @tag(name: "lezen/naam") @tag(name: "intern")
    en: [Filter!]
    diep: [[Filter!]!]
    niet: Filter
  }
  type Query {
    lijst(first: Int = 10, filter: Filter, op: String @tag(name: "lezen/adres"), filters: [Filter!]): Int
  }`);
const declared: readonly GraphQLArgument[] = schema.getQueryType()?.getFields()["lijst"]?.args ?? [];
const used = (values: Record<string, unknown>) =>
  usedInputs(declared, values).map(({ actie, gegeven }) => `${actie}:${gegeven}`);

describe("the inputs that a request uses", () => {
  it("are none when nothing is given, or only plumbing", () => {
    expect(used({})).toEqual([]);
    expect(used({ first: 10 })).toEqual([]);
    expect(used({ filter: {} })).toEqual([]);
    expect(used({ filter: undefined, op: undefined })).toEqual([]);
  });

  it("are an argument and an input field", () => {
    expect(used({ op: "x" })).toEqual(["lezen:adres"]);
    expect(used({ filter: { naam: "x" } })).toEqual(["lezen:naam"]);
  });

  it("are what is given as null, empty, zero or false", () => {
    for (const value of [null, "", 0, false, []]) {
      expect(used({ filter: { naam: value } })).toEqual(["lezen:naam"]);
    }
  });

  it("are none of a container that is null", () => {
    expect(used({ filter: null, filters: [null] })).toEqual([]);
  });

  it("are every gegeven of an input, once", () => {
    expect(used({ filter: { naam: "x", bsn: "y" } })).toEqual(["lezen:naam", "lezen:bsn"]);
  });

  it("are found in lists, in lists of lists and at any depth", () => {
    expect(used({ filters: [{}, { naam: "x" }, { bsn: "y" }] })).toEqual(["lezen:naam", "lezen:bsn"]);
    expect(used({ filter: { diep: [[{}], [{ naam: "x" }]] } })).toEqual(["lezen:naam"]);
    expect(used({ filter: { niet: { en: [{ niet: { diep: [[{ naam: null }]] } }] } } })).toEqual([
      "lezen:naam",
    ]);
  });

  it("are not what every object has, nor what an input does not declare", () => {
    expect(used({ filter: Object.create({ naam: "x" }) })).toEqual([]);
    expect(used({ onbekend: "x", filter: { onbekend: "y" } })).toEqual([]);
  });
});
