import { readdir, readFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { readCoverage } from "@ketenhub/annotations";
import type { Protocolversies } from "@ketenhub/protocol";
import { protectSchema } from "@ketenhub/protocol-shield";
import {
  concatAST,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isObjectType,
  parse,
  Source,
} from "graphql";
import type { SubgraphContext } from "./context.ts";
import type { SubgraphDefinition } from "./definition.ts";
import { scalars } from "./scalars.ts";

/** Reads the SDL of a subgraph: all its files, in the order of their names. Throws with file and line when one is no SDL. */
export async function readTypeDefs(directory: URL): Promise<DocumentNode> {
  const files = (await readdir(directory)).filter((file) => file.endsWith(".graphql")).sort();
  return concatAST(await Promise.all(files.map((file) => readSdl(new URL(file, directory)))));
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
  const coverage = readCoverage(schema, newest.gegevens, typeDefs);
  return protectSchema<SubgraphContext<L>>(schema, coverage, definition.persoonVanMutatie);
}

/** Throws `OngedekteSchemadelen`, with files and lines, when the SDL of a subgraph has a part that nobody agreed on. */
export function requireCoverage(typeDefs: DocumentNode, gegevens: ReadonlySet<string>): void {
  readCoverage(buildSubgraphSchema({ typeDefs }), gegevens, typeDefs);
}

// Private.
const root = fileURLToPath(new URL("../../../", import.meta.url));

async function readSdl(file: URL): Promise<DocumentNode> {
  const path = fileURLToPath(file);
  const fromRoot = relative(root, path);
  const name = fromRoot.startsWith("..") ? path : fromRoot;
  try {
    return parse(new Source(await readFile(file, "utf8"), name));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new Error(`${name}:${error.locations?.[0]?.line ?? 1}: ${error.message}`);
  }
}

function refuseMutationsForNobody(schema: GraphQLSchema, known: readonly string[]): void {
  const mutation = schema.getMutationType();
  const fields = isObjectType(mutation) ? Object.keys(mutation.getFields()) : [];
  const missing = fields.filter((field) => !known.includes(field));
  if (missing.length > 0) throw new Error(`Nobody says for whom these mutations are: ${missing.join(", ")}.`);
}
