import { buildSchema, getOperationAST, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { costOf } from "./cost-of.ts";
import { limits } from "./limits.ts";
import { shapeOf } from "./shape-of.ts";
import { weigh } from "./weigh.ts";

const schema = buildSchema(`
  type Query { persoon(id: ID): Persoon personen(first: Int! = 50): PersoonConnection }
  type PersoonConnection { totalCount: Int edges: [PersoonEdge!]! }
  type PersoonEdge { node: Persoon! }
  type Persoon { naam: String talen: [String!] gezin: Gezin uitkeringen(vanaf: Int): [Uitkering!] }
  type Gezin { leden: [Lid!] hoofd: Persoon }
  type Lid { persoon: Persoon }
  type Uitkering { soort: String }
`);

function asked(source: string, variables: Readonly<Record<string, unknown>> = {}) {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("One operation is expected.");
  return { operation, question: { schema, document, operationName: undefined, variables } };
}
const cost = (source: string, variables = {}) => costOf(asked(source, variables).question, limits.nodes);
const shape = (source: string) => {
  const { question, operation } = asked(source);
  return shapeOf(question.document, operation);
};
const refusal = (source: string, variables = {}) => {
  const { question, operation } = asked(source, variables);
  const weight = weigh(question, operation, limits);
  return typeof weight === "number" ? undefined : weight.extensions;
};
const nested = (depth: number): string => (depth === 1 ? "naam" : `gezin { hoofd { ${nested(depth - 1)} } }`);

describe("the cost of a question", () => {
  it("is the number of objects that its answer can hold, and five values are an object", () => {
    expect(cost("{ persoon { naam } }")).toBe(1);
    expect(cost(`{ persoon { ${"naam ".repeat(5)} } }`)).toBe(2);
    expect(cost("{ persoon { naam talen } }")).toBe(2);
    expect(cost("{ persoon { naam gezin { hoofd { naam } } } }")).toBe(3);
    expect(cost("{ persoon { uitkeringen { soort } } }")).toBe(1 + 4);
    expect(cost("{ persoon { gezin { leden { persoon { naam } } } } }")).toBe(Math.floor(1 + 1 + 4 * 2.2));
  });

  it("counts a page as often as its first, given, in a variable or by default", () => {
    expect(cost("{ personen(first: 10) { totalCount edges { node { naam } } } }")).toBe(1 + 10 * 2.4);
    expect(cost("query ($n: Int!) { personen(first: $n) { edges { node { naam } } } }", { n: 3 })).toBe(7);
    expect(cost("{ personen { edges { node { naam } } } }")).toBe(Math.floor(1 + 50 * 2.2));
  });

  it("is never lowered by a page of less than one", () => {
    expect(cost("{ personen(first: -1000) { edges { node { naam } } } }")).toBe(3);
    expect(cost("{ a: personen(first: -1000) { edges { node { naam } } } persoon { naam } }")).toBe(4);
  });

  it("counts a fragment wherever it is spread, and not what is left out", () => {
    const twice =
      "{ a: persoon { ...P } b: persoon { ...P } } fragment P on Persoon { gezin { hoofd { naam } } }";
    expect(cost(twice)).toBe(6);
    expect(cost("{ persoon { gezin @include(if: false) { hoofd { naam } } } }")).toBe(1);
  });

  it("counts what the schema says of itself, and the same asked often as often", () => {
    const types = (times: number) =>
      Array.from({ length: times }, (_, index) => `a${index}: types { fields { name } }`).join(" ");
    expect(cost(`{ __schema { ${types(1)} } }`)).toBe(24);
    expect(cost(`{ __schema { ${types(60)} } }`)).toBeGreaterThan(60 * 23);
  });
});

describe("the shape of a question", () => {
  it("is its levels, its root fields and its aliases, also in fragments", () => {
    expect(shape("{ persoon { naam } }")).toEqual({ depth: 2, rootFields: 1, aliases: 0 });
    expect(shape("{ ...Q } fragment Q on Query { a: persoon { ... { b: naam } } persoon { naam } }")).toEqual(
      {
        depth: 2,
        rootFields: 2,
        aliases: 2,
      },
    );
    expect(shape("{ __schema { types { fields { type { name } } } } __typename }")).toEqual({
      depth: 0,
      rootFields: 0,
      aliases: 0,
    });
  });

  it("is known at once of fragments that double each other", () => {
    const fragments = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
    );
    const source = `{ ...F0 } ${fragments.join(" ")} fragment F60 on Query { persoon { naam } }`;
    expect(shape(source).rootFields).toBe(2 ** 60);
  });
});

describe("a question that is too large", () => {
  it("is told of what it has too many, how many there may be, and how many there are", () => {
    expect(refusal(`{ persoon { ${nested(8)} } }`)).toBeUndefined();
    expect(refusal(`{ persoon { ${nested(9)} } }`)).toEqual({
      code: "VRAAG_TE_GROOT",
      maat: "niveaus",
      maximum: limits.depth,
      gevraagd: 18,
    });
    const roots = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: persoon { naam }`).join(" ")} }`;
    expect(refusal(roots(limits.rootFields))).toBeUndefined();
    expect(refusal(roots(limits.rootFields + 1))).toMatchObject({ maat: "velden op het hoogste niveau" });
    const aliases = (count: number) =>
      `{ persoon { ${Array.from({ length: count }, (_, index) => `a${index}: naam`).join(" ")} } }`;
    expect(refusal(aliases(limits.aliases))).toBeUndefined();
    expect(refusal(aliases(limits.aliases + 1))).toMatchObject({ maat: "aliassen" });
    const page = "query ($n: Int!) { personen(first: $n) { edges { node { naam } } } }";
    expect(refusal(page, { n: Math.floor(limits.cost / 2.2) })).toBeUndefined();
    expect(refusal(page, { n: limits.cost / 2 })).toMatchObject({
      maat: "objecten in het antwoord, naar schatting",
      gevraagd: Math.floor(1 + (limits.cost / 2) * 2.2),
    });
  });

  it("is refused before its places are counted to the end", () => {
    const fragments = Array.from(
      { length: 30 },
      (_, index) => `fragment F${index} on Persoon { ...F${index + 1} ...F${index + 1} }`,
    );
    const source = `{ persoon { ...F0 } } ${fragments.join(" ")} fragment F30 on Persoon { naam }`;
    expect(refusal(source)).toEqual({
      code: "VRAAG_TE_GROOT",
      maat: "velden, ook in fragmenten",
      maximum: limits.nodes,
    });
  });

  it("cannot hide behind a value of a wrong form", () => {
    const large =
      "personen(first: 500) { edges { node { gezin { leden { persoon { gezin { leden { persoon { gezin { leden { persoon { naam } } } } } } } } } } } }";
    const source = `query ($vanaf: Int) { persoon { uitkeringen(vanaf: $vanaf) { soort } } ${large} }`;
    expect(refusal(source)).toMatchObject({ code: "VRAAG_TE_GROOT" });
    expect(() => refusal(source, { vanaf: "x" })).toThrow(/cannot represent/);
  });
});
