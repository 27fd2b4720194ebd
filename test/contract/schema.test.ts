import { readFile } from "node:fs/promises";
import { readProtocolFile } from "@ketenhub/protocol-file";
import { readTypeDefs } from "@ketenhub/subgraph";
import { type DocumentNode, Kind, parse, print, type StringValueNode, visit } from "graphql";
import { describe, expect, it } from "vitest";
import { composeContract, subgraphNames } from "../../schema/compose-contract.ts";

/** What must be explained: everything that a partner can name in a query, but what only extends. */
const explained = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
] as readonly string[];

const rootTypes = ["Query", "Mutation"];

/** Words that Dutch does not have. `of` is not among them: it is Dutch as well. */
const english = /\b(the|and|this|with|which|when|is not|are|for)\b/i;

interface Part {
  readonly name: string;
  readonly description: string;
}

/** The parts of a document that must be explained, by coordinate. */
function partsOf(document: DocumentNode): readonly Part[] {
  const parts: Part[] = [];
  const path: string[] = [];
  visit(document, {
    enter(node) {
      if (!("name" in node) || !node.name || node.kind === Kind.DIRECTIVE || node.kind === Kind.ARGUMENT)
        return;
      path.push(node.name.value);
      if (!explained.includes(node.kind) || (path.length === 1 && rootTypes.includes(node.name.value)))
        return;
      const { description } = node as { readonly description?: StringValueNode };
      parts.push({ name: path.join("."), description: description?.value.trim() ?? "" });
    },
    leave(node) {
      if (!("name" in node) || !node.name || node.kind === Kind.DIRECTIVE || node.kind === Kind.ARGUMENT)
        return;
      path.pop();
    },
  });
  return parts;
}

const subgraphs = await Promise.all(
  (await subgraphNames()).map(async (naam) => ({
    naam,
    document: await readTypeDefs(new URL(`../../subgraphs/${naam}/schema/`, import.meta.url)),
  })),
);

describe.each(subgraphs)("the schema of $naam", ({ document }) => {
  const parts = partsOf(document);

  it("explains every type, field, argument, value and input", () => {
    expect(parts.length).toBeGreaterThan(20);
    expect(parts.filter(({ description }) => description === "").map(({ name }) => name)).toEqual([]);
  });

  it("explains in Dutch", () => {
    expect(parts.filter(({ description }) => english.test(description))).toEqual([]);
  });

  it("names no gegeven that the protocol does not have", async () => {
    const { gegevens } = await readProtocolFile();
    const named = [...print(document).matchAll(/"(?:lezen|schrijven)[:/]([^"]*)"/g)].map(
      ([, gegeven = ""]) => gegeven,
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((gegeven) => !gegevens.has(gegeven))).toEqual([]);
  });

  it("leaves every field that the protocol can withhold nullable", () => {
    const withheld: string[] = [];
    visit(document, {
      FieldDefinition(node) {
        const isProtected = node.directives?.some(({ name }) => name.value === "policy");
        if (isProtected && node.type.kind === Kind.NON_NULL_TYPE && node.name.value !== "id") {
          withheld.push(node.name.value);
        }
      },
    });
    expect(withheld).toEqual([]);
  });
});

describe("the check itself", () => {
  it("sees what is not explained, or explained in English, wherever it stands", () => {
    const document = parse(`
      extend type Query { iets("Het nummer." id: ID!, zonder: ID): Iets }
      "Iets." type Iets { a: String  "The name." b: String }
      enum Soort { A }
      input Invoer { x: Int }
    `);
    const parts = partsOf(document);
    expect(parts.filter(({ description }) => description === "").map(({ name }) => name)).toEqual([
      "Query.iets",
      "Query.iets.zonder",
      "Iets.a",
      "Soort",
      "Soort.A",
      "Invoer",
      "Invoer.x",
    ]);
    expect(parts.filter(({ description }) => english.test(description)).map(({ name }) => name)).toEqual([
      "Iets.b",
    ]);
  });
});

describe("the committed contract", async () => {
  const { apiSdl, supergraphSdl } = await composeContract();
  const read = (name: string) => readFile(new URL(`../../schema/${name}`, import.meta.url), "utf8");

  it("is what the subgraphs compose to: npm run compose", async () => {
    expect(await read("api.graphql")).toBe(apiSdl);
    expect(await read("supergraph.graphql")).toBe(supergraphSdl);
  });

  it("tells a client nothing of the capability that bronhouders pass to each other", () => {
    expect(apiSdl).not.toContain("toegang:");
    expect(apiSdl).not.toContain("@policy");
  });
});
