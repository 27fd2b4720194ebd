import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";

/** Serves a supergraph with the gateway and the server of Apollo as they come: every choice is the library's own. */
export async function start({ supergraphSdl }: { readonly supergraphSdl: string }): Promise<string> {
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl, logger: silent }) });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } });
  return url;
}

// Private.
const nothing = () => {};
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
