import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { gegevens, linked, schemaOf, sdl } from "../test/proef.ts";
import { OngedekteSchemadelen, readCoverage } from "./coverage.ts";

/** What is not covered of a schema with this in it. */
function missing(text: string): readonly string[] {
  try {
    readCoverage(linked(text), gegevens);
  } catch (error) {
    if (error instanceof OngedekteSchemadelen) return error.delen;
    throw error;
  }
  return [];
}

const query = `type Query { iets: String @policy(policies: [["lezen:naam"]]) }`;
const zonder = "no gegevenscategorie; expected @policy on the field or its type";
const onbekend = `the protocol has no gegeven inkomen; expected one of ${[...gegevens].join(", ")}`;
const zonderTag = `no gegevenscategorie; expected @tag(name: "lezen/…" or "schrijven/…")`;

describe("a schema that is covered", () => {
  const coverage = readCoverage(schemaOf(sdl), gegevens);
  const of = (veld: string) => coverage.get(veld)?.map(({ actie, gegeven }) => `${actie}:${gegeven}`);

  it("says of every field what it requires: its own, and that of the type around it and of what it returns", () => {
    expect(of("Nieuwkomer.naam")).toEqual(["lezen:naam"]);
    expect(of("Nieuwkomer.naamEnBsn")).toEqual(["lezen:naam", "lezen:bsn"]);
    expect(of("Uitkering.bedrag")).toEqual(["lezen:uitkering", "lezen:bedrag"]);
    expect(of("Nieuwkomer.uitkering")).toEqual(["lezen:uitkering"]);
    expect(of("Mutation.wijzig")).toEqual(["schrijven:naam"]);
  });

  it("knows what needs nothing: the keten-id and what federation itself asks", () => {
    expect(of("Nieuwkomer.id")).toEqual([]);
    expect(of("Query._entities")).toEqual([]);
    expect(of("Query._service")).toEqual([]);
  });

  it("requires of a field what the type that it returns requires, and nothing about it less", () => {
    const schema = linked(`${query}
      type Geheim @policy(policies: [["lezen:geheim"]]) { a: Int }
      extend type Query { geheim: [Geheim!]! @policy(policies: [["lezen:naam"]]) }`);
    expect(readCoverage(schema, gegevens).get("Query.geheim")).toEqual([
      { actie: "lezen", gegeven: "naam" },
      { actie: "lezen", gegeven: "geheim" },
    ]);
  });

  it("counts what an extension adds to a type", () => {
    const schema = linked(`${query}
      type Uitkering { soort: String }
      extend type Uitkering @policy(policies: [["lezen:uitkering"]]) { bedrag: Int @policy(policies: [["lezen:bedrag"]]) }`);
    const inSchema = readCoverage(schema, gegevens);
    expect(inSchema.get("Uitkering.soort")).toEqual([{ actie: "lezen", gegeven: "uitkering" }]);
    expect(inSchema.get("Uitkering.bedrag")).toHaveLength(2);
  });

  it("counts what somebody put on what would otherwise be plumbing", () => {
    const schema = linked(`${query}
      type Iets @policy(policies: [["lezen:naam"]]) { a: Int }
      type IetsConnection { edges: [IetsEdge!]!  totalCount: Int! @policy(policies: [["lezen:cijfers"]]) }
      type IetsEdge @policy(policies: [["lezen:bsn"]]) { cursor: String!  node: Iets! }
      extend type Query { alle: IetsConnection @policy(policies: [["lezen:naam"]]) }`);
    const inSchema = readCoverage(schema, gegevens);
    expect(inSchema.get("IetsConnection.edges")).toEqual([]);
    expect(inSchema.get("IetsConnection.totalCount")).toEqual([{ actie: "lezen", gegeven: "cijfers" }]);
    expect(inSchema.get("IetsEdge.cursor")).toEqual([{ actie: "lezen", gegeven: "bsn" }]);
  });
});

describe("a part without a gegeven", () => {
  it.each<[string, string, readonly string[]]>([
    ["a field", "type Query { a: String }", [`Query.a: ${zonder}`]],
    [
      "an argument",
      `type Query { a(b: Int): String @policy(policies: [["lezen:naam"]]) }`,
      [`Query.a(b): ${zonderTag}`],
    ],
    ["an input field", `${query} input Filter { bsn: String }`, [`Filter(bsn): ${zonderTag}`]],
    [
      "an argument of a field that is not at the root",
      `${query} type Iets @policy(policies: [["lezen:naam"]]) { a(b: Int): String }`,
      [`Iets.a(b): ${zonderTag}`],
    ],
    ["a field that an extension adds", `${query} extend type Query { b: Int }`, [`Query.b: ${zonder}`]],
    [
      "a field with an empty list",
      `type Query { a: String @policy(policies: [[]]) }`,
      [`Query.a: ${zonder}`],
    ],
    ["a field called id of another type", `${query} type Pip { id: ID! }`, [`Pip.id: ${zonder}`]],
    [
      "a field that looks like plumbing elsewhere",
      `${query} type Iets { totalCount: Int }`,
      [`Iets.totalCount: ${zonder}`],
    ],
    [
      "a field more than a connection has",
      `${query} type BsnConnection { edges: [BsnEdge!]!  nodes: [String!]! }
        type BsnEdge { cursor: String!  bsn: String }`,
      [`BsnConnection.nodes: ${zonder}`, `BsnEdge.bsn: ${zonder}`],
    ],
    [
      "a fact under a name of a connection, but not of its shape",
      `${query} type BsnConnection { edges: [String!]!  totalCount: String }
        type BsnEdge { cursor: Int  node: String }`,
      [
        `BsnConnection.edges: ${zonder}`,
        `BsnConnection.totalCount: ${zonder}`,
        `BsnEdge.cursor: ${zonder}`,
        `BsnEdge.node: ${zonder}`,
      ],
    ],
    [
      "an input field that bears the name of an argument",
      `${query} input Filter { after: String  id: ID }`,
      [`Filter(after): ${zonderTag}`, `Filter(id): ${zonderTag}`],
    ],
    [
      "a field more than PageInfo has",
      `${query} type PageInfo { hasNextPage: Boolean!  bsn: ID }`,
      [`PageInfo.bsn: ${zonder}`],
    ],
  ])("is refused by its coordinate: %s", (_what, text, delen) => {
    expect(missing(text)).toEqual(delen);
  });

  it("is told all at once, in one message", () => {
    const text = "type Query { a: String  b(c: Int): String }";
    expect(() => readCoverage(linked(text), gegevens)).toThrow(
      `The schema is not covered by the protocol:\nQuery.a: ${zonder}\nQuery.b: ${zonder}\nQuery.b(c): ${zonderTag}`,
    );
  });
});

describe("an annotation that cannot be understood", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "a gegeven that the protocol does not have",
      `type Query { a: String @policy(policies: [["lezen:inkomen"]]) }`,
      [`Query.a: ${onbekend}`],
    ],
    [
      "the same on an input",
      `${query} input Filter { a: String @tag(name: "lezen/inkomen") }`,
      [`Filter(a): ${onbekend}`],
    ],
    [
      "two lists, which federation reads as one or the other",
      `type Query { a: String @policy(policies: [["lezen:naam"], ["lezen:bsn"]]) }`,
      ["Query.a: @policy must hold one list: every gegeven in it is required."],
    ],
    [
      "no list within the list",
      `type Query { a: String @policy(policies: "lezen:naam") }`,
      ["Query.a: @policy must hold one list: every gegeven in it is required."],
    ],
    [
      "the separator of a tag in a policy",
      `type Query { a: String @policy(policies: [["lezen/naam"]]) }`,
      [`Query.a: "lezen/naam" is neither lezen:… nor schrijven:….`],
    ],
    [
      "another word than lezen or schrijven",
      `type Query { a: String @policy(policies: [["Lezen:naam"]]) }`,
      [`Query.a: "Lezen:naam" is neither lezen:… nor schrijven:….`],
    ],
    [
      "a gegeven with something behind it",
      `type Query { a: String @policy(policies: [["lezen:naam:bsn"]]) }`,
      [`Query.a: "lezen:naam:bsn" is neither lezen:… nor schrijven:….`],
    ],
    [
      "no gegeven behind the word",
      `type Query { a: String @policy(policies: [["lezen:"]]) }`,
      [`Query.a: "lezen:" is neither lezen:… nor schrijven:….`],
    ],
    [
      "the separator of a policy in a tag",
      `${query} input Filter { a: String @tag(name: "lezen:naam") }`,
      [`Filter(a): ${zonderTag}`],
    ],
    [
      "a tag of somebody else",
      `${query} input Filter { a: String @tag(name: "intern") }`,
      [`Filter(a): ${zonderTag}`],
    ],
  ])("is refused: %s", (_what, text, delen) => {
    expect(missing(text)).toEqual(delen);
  });

  it.each([
    ["imported under another name", `, import: [{ name: "@policy", as: "@open" }]`, "@open"],
    ["not imported, and named in full", "", "@federation__policy"],
  ])("covers nothing: a directive that was %s", (_how, imports, directive) => {
    const schema = schemaOf(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.6"${imports})
      type Query {
        a: String ${directive}(policies: [["lezen:naam"]])
        b(c: Int @federation__tag(name: "lezen/naam")): String ${directive}(policies: [["lezen:naam"]])
      }`);
    expect(() => readCoverage(schema, gegevens)).toThrow(
      `Query.a: ${zonder}\nQuery.b: ${zonder}\nQuery.b(c): ${zonderTag}`,
    );
  });
});

describe("S6: what graphql-shield would silently leave open", () => {
  it("is refused: an interface, a union", () => {
    const text = `${query}
      interface Mens { naam: String }
      type Iets implements Mens @policy(policies: [["lezen:naam"]]) { naam: String }
      union Alles = Iets`;
    expect(missing(text)).toEqual([
      "Mens: interfaces and unions are not supported",
      "Alles: interfaces and unions are not supported",
    ]);
  });

  it("is covered as any other type: a subscription, and a root type of another name", () => {
    const schema = buildSchema(`
      schema { query: Vraag, subscription: Volg }
      type Vraag { a: Int }
      type Volg { b: Int }`);
    expect(() => readCoverage(schema, gegevens)).toThrow(`Vraag.a: ${zonder}\nVolg.b: ${zonder}`);
  });
});
