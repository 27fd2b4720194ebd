import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { print } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SubgraphDefinition } from "./definition.ts";
import { createProtectedSchema, readTypeDefs } from "./schema.ts";

let directory: string;
const protocol = await readProtocolversies();
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@policy", "@tag"])`;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ketenhub-schema-"));
});

afterAll(() => rm(directory, { recursive: true }));

/** A subgraph with this SDL. */
async function definitionOf(
  sdl: string,
  change: Partial<SubgraphDefinition<object>> = {},
): Promise<SubgraphDefinition<object>> {
  await writeFile(join(directory, "keten.graphql"), `${link}\n${sdl}`);
  return {
    naam: "wpda",
    schemaDirectory: pathToFileURL(`${directory}/`),
    entities: [],
    migrations: [],
    resolvers: {},
    createLoaders: () => ({}),
    createFeiten: () => async (persoonIds) => persoonIds.map((persoonId) => ({ persoonId })),
    persoonVanMutatie: {},
    ...change,
  };
}

const query = `type Query { naam: String @policy(policies: [["lezen:naam"]]) }`;
const mutation = `type Mutation { wijzig(id: ID): String @policy(policies: [["schrijven:contact"]]) }`;

describe("the schema that a subgraph executes", () => {
  it("is made when the protocol covers it", async () => {
    const schema = await createProtectedSchema(await definitionOf(query), protocol);
    expect(schema.getQueryType()?.getFields()["naam"]?.resolve).toBeTypeOf("function");
  });

  it("is not made when a field is not covered", async () => {
    await expect(
      createProtectedSchema(await definitionOf("type Query { naam: String }"), protocol),
    ).rejects.toThrow("Query.naam: no gegevenscategorie; expected @policy on the field or its type");
  });

  it("is not made when it names a gegeven that the protocol lacks, which is said with file, line and what is expected", async () => {
    const sdl = `type Query { naam: String @policy(policies: [["lezen:naam"]]) }

      type Pip @policy(policies: [["lezen:pip"]]) {
        status: String
        geheim: String
          @policy(policies: [["lezen:foo"]])
      }
      extend type Query { pip(op: String @tag(name: "lezen/bar")): Pip @policy(policies: [["lezen:pip"]]) }
      input Filter {
        "Waarop."
        naam: String @tag(name: "schrijven/baz")
        op: String
      }
      type Los @policy(policies: [["lezen:bar"]]) { a: Int }`;
    const error = await createProtectedSchema(await definitionOf(sdl), protocol).catch(
      (error: Error) => error,
    );
    const bekend = [...(protocol.alle.at(-1)?.gegevens ?? [])].join(", ");
    const onbekend = (gegeven: string) => `the protocol has no gegeven ${gegeven}; expected one of ${bekend}`;
    expect(String(error).split("\n").slice(1)).toEqual([
      `${directory}/keten.graphql:9: Query.pip(op): ${onbekend("bar")}`,
      `${directory}/keten.graphql:7: Pip.geheim: ${onbekend("foo")}`,
      `${directory}/keten.graphql:12: Filter(naam): ${onbekend("baz")}`,
      `${directory}/keten.graphql:13: Filter(op): no gegevenscategorie; expected @tag(name: "lezen/…" or "schrijven/…")`,
      `${directory}/keten.graphql:15: Los.a: ${onbekend("bar")}`,
    ]);
  });

  it("is not read from what is no SDL, which is said with file and line", async () => {
    await definitionOf("type Query {\n  naam String\n}");
    await expect(readTypeDefs(pathToFileURL(`${directory}/`))).rejects.toThrow(
      `${directory}/keten.graphql:3: Syntax Error: Expected ":", found Name "String".`,
    );
  });

  it("is not made when nobody says for whom a mutation is", async () => {
    const definition = await definitionOf(`${query} ${mutation}`);
    await expect(createProtectedSchema(definition, protocol)).rejects.toThrow(
      "Nobody says for whom these mutations are: wijzig.",
    );
    const said = { ...definition, persoonVanMutatie: { wijzig: async () => undefined } };
    await expect(createProtectedSchema(said, protocol)).resolves.toBeDefined();
  });

  it("is read from all files with SDL, and from no other", async () => {
    await definitionOf(query);
    await writeFile(join(directory, "later.graphql"), "extend type Query { later: Int }");
    await writeFile(join(directory, "later.graphql.bak"), "geen SDL");
    const text = print(await readTypeDefs(pathToFileURL(`${directory}/`)));
    expect(text).toContain("naam: String");
    expect(text).toContain("later: Int");
    await rm(join(directory, "later.graphql"));
  });
});
