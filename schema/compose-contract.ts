import { readdir } from "node:fs/promises";
import { composeServices } from "@apollo/composition";
import { Supergraph } from "@apollo/federation-internals";
import { OngedekteSchemadelen } from "@ketenhub/annotations";
import { readProtocolFile } from "@ketenhub/protocol-file";
import { readTypeDefs, requireCoverage } from "@ketenhub/subgraph";
import { type DocumentNode, printSchema } from "graphql";
import { lintSubgraphs } from "./lint-subgraphs.ts";

/** The contract: what the gateway executes, and what a client sees. */
export interface Contract {
  readonly supergraphSdl: string;
  readonly apiSdl: string;
}

const subgraphsDirectory = new URL("../subgraphs/", import.meta.url);

/** The names of the subgraphs: the folders of `subgraphs/`. */
export async function subgraphNames(directory: URL = subgraphsDirectory): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * Composes the SDL of all subgraphs. Throws with everything that does not fit, and with every part of it that the protocol does
 * not cover, by file and line.
 */
export async function composeContract(directory: URL = subgraphsDirectory): Promise<Contract> {
  const names = await subgraphNames(directory);
  const services = await Promise.all(
    names.map(async (name) => ({
      name,
      // Where a subgraph is, is said to the gateway when it starts; this is the address in docker-compose.yml.
      url: `http://${name}:4001/graphql`,
      typeDefs: await readTypeDefs(new URL(`${name}/schema/`, directory)),
    })),
  );
  const { supergraphSdl, errors = [] } = composeServices(services);
  const problems = [...errors.map(({ message }) => message), ...lintSubgraphs(services)];
  if (!supergraphSdl || problems.length > 0) {
    throw new Error(`The subgraphs do not compose:\n${problems.join("\n")}`);
  }
  const { gegevens } = await readProtocolFile();
  const uncovered = services.flatMap(({ typeDefs }) => uncoveredIn(typeDefs, gegevens));
  if (uncovered.length > 0) throw new OngedekteSchemadelen(uncovered);

  const apiSchema = Supergraph.build(supergraphSdl, { supportedFeatures: null })
    .apiSchema()
    .toGraphQLJSSchema();
  return { supergraphSdl: `${supergraphSdl}\n`, apiSdl: `${printSchema(apiSchema)}\n` };
}

// Private: all subgraphs are looked at before the first complaint.
function uncoveredIn(typeDefs: DocumentNode, gegevens: ReadonlySet<string>): readonly string[] {
  try {
    requireCoverage(typeDefs, gegevens);
    return [];
  } catch (error) {
    if (error instanceof OngedekteSchemadelen) return error.delen;
    throw error;
  }
}
