import { readdir, readFile } from "node:fs/promises";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { readCoverage } from "@ketenhub/annotations";
import type { Protocolversies } from "@ketenhub/protocol";
import { protectSchema } from "@ketenhub/protocol-shield";
import { type DocumentNode, type GraphQLSchema, isObjectType, parse } from "graphql";
import type { SubgraphContext } from "./context.ts";
import type { SubgraphDefinition } from "./definition.ts";
import { scalars } from "./scalars.ts";

/** Reads the SDL of a subgraph: all its files, in the order of their names. */
export async function readTypeDefs(directory: URL): Promise<DocumentNode> {
  const files = (await readdir(directory)).filter((file) => file.endsWith(".graphql")).sort();
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, directory), "utf8")));
  return parse(texts.join("\n"));
}

/**
 * The schema that a subgraph executes: with a rule on every field. Throws when a field, argument or input is not covered by the
 * protocol, or when nobody says for whom a mutation is.
 */
export async function createProtectedSchema<L>(
  definition: SubgraphDefinition<L>,
  { alle }: Protocolversies,
): Promise<GraphQLSchema> {
  const typeDefs = await readTypeDefs(definition.schemaDirectory);
  const declared = new Set(
    typeDefs.definitions.flatMap((node) => ("name" in node && node.name ? [node.name.value] : [])),
  );
  const used = Object.fromEntries(Object.entries(scalars).filter(([name]) => declared.has(name)));
  const resolvers = { ...used, ...definition.resolvers } as never;
  const schema = buildSubgraphSchema({ typeDefs, resolvers });
  refuseMutationsForNobody(schema, Object.keys(definition.persoonVanMutatie));
  const newest = alle.at(-1);
  if (!newest) throw new Error("There is no version of the protocol to decide by.");
  // What an earlier version did not know yet is closed while that version is in force.
  const coverage = readCoverage(schema, newest.gegevens);
  return protectSchema<SubgraphContext<L>>(schema, coverage, definition.persoonVanMutatie);
}

// Private.
function refuseMutationsForNobody(schema: GraphQLSchema, known: readonly string[]): void {
  const mutation = schema.getMutationType();
  const fields = isObjectType(mutation) ? Object.keys(mutation.getFields()) : [];
  const missing = fields.filter((field) => !known.includes(field));
  if (missing.length > 0) throw new Error(`Nobody says for whom these mutations are: ${missing.join(", ")}.`);
}
