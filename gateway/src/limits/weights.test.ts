import { buildSchema, type OperationDefinitionNode, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { limits } from "./limits.ts";
import { Weights } from "./weights.ts";

const schema = buildSchema(`
  type Query { personen(first: Int!, naam: String): PersoonConnection }
  type PersoonConnection { edges: [PersoonEdge!]! }
  type PersoonEdge { node: Persoon! }
  type Persoon { naam: String  plan: Persoon }
`);
const document = parse(`query A($first: Int!, $met: Boolean!, $naam: String) {
    personen(first: $first, naam: $naam) { edges { node { naam plan @include(if: $met) { naam } } } } }
  query B($first: Int!) { personen(first: $first) { edges { node { naam } } } }`);
const operationOf = (name: string) =>
  document.definitions.find((one) => "name" in one && one.name?.value === name) as OperationDefinitionNode;
const weights = new Weights(limits);
const weight = (operationName: string, variables: Readonly<Record<string, unknown>>) =>
  weights.of({ schema, document, operationName, variables }, operationOf(operationName));

describe("what is remembered of a weight", () => {
  it("is not taken for another number, another condition or another operation", () => {
    const small = weight("A", { first: 10, met: false });
    expect(weight("A", { first: 100, met: false })).toBeGreaterThan(small as number);
    expect(weight("A", { first: 10, met: true })).toBeGreaterThan(small as number);
    expect(weight("B", { first: 20 })).not.toBe(weight("A", { first: 20, met: true }));
    expect(weight("A", { first: 10, met: false })).toBe(small);
  });

  it("is the same whatever text is asked for, and is as it is weighed", () => {
    expect(weight("A", { first: 10, met: false, naam: "x" })).toBe(weight("A", { first: 10, met: false }));
    expect(
      new Weights(limits).of(
        { schema, document, operationName: "B", variables: { first: 20 } },
        operationOf("B"),
      ),
    ).toBe(weight("B", { first: 20 }));
  });

  it("is never that a question is too large: each is told what is wrong with its own", () => {
    const more = new Weights({ ...limits, cost: 5 });
    const ask = (first: number) =>
      more.of({ schema, document, operationName: "B", variables: { first } }, operationOf("B"));
    expect(ask(100)).toMatchObject({ extensions: { code: "VRAAG_TE_GROOT", maximum: 5 } });
    expect(ask(100)).toMatchObject({ extensions: { code: "VRAAG_TE_GROOT", maximum: 5 } });
  });
});
