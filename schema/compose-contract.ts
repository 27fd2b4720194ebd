import { readdir } from "node:fs/promises";
import { composeServices } from "@apollo/composition";
import { Supergraph } from "@apollo/federation-internals";
import { readTypeDefs } from "@ketenhub/subgraph";
import { printSchema } from "graphql";

/** The contract: what the gateway executes, and what a client sees. */
export interface Contract {
  readonly supergraphSdl: string;
  readonly apiSdl: string;
}

const subgraphsDirectory = new URL("../subgraphs/", import.meta.url);

/** The names of the subgraphs: the folders of `subgraphs/`. */
export async function subgraphNames(): Promise<readonly string[]> {
  const entries = await readdir(subgraphsDirectory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Composes the SDL of all subgraphs. Throws with everything that does not fit. */
export async function composeContract(): Promise<Contract> {
  const names = await subgraphNames();
  const services = await Promise.all(
    names.map(async (name) => ({
      name,
      // Where a subgraph is, is said to the gateway when it starts; this is the address in docker-compose.yml.
      url: `http://${name}:4001/graphql`,
      typeDefs: await readTypeDefs(new URL(`${name}/schema/`, subgraphsDirectory)),
    })),
  );
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) {
    throw new Error(
      `The subgraphs do not compose:\n${(errors ?? []).map(({ message }) => message).join("\n")}`,
    );
  }
  const apiSchema = Supergraph.build(supergraphSdl, { supportedFeatures: null })
    .apiSchema()
    .toGraphQLJSSchema();
  return { supergraphSdl: `${supergraphSdl}\n`, apiSdl: `${printSchema(apiSchema)}\n` };
}
