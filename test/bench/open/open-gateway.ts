import { ApolloGateway, type GraphQLDataSource, type GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify from "fastify";
import { Pool } from "undici";

/** Serves a supergraph without any protection, for the rest as the hub does: to measure what protection costs. */
export async function startOpenGateway(supergraphSdl: string): Promise<string> {
  const http = Fastify({ logger: { level: "silent" }, bodyLimit: 1_048_576 });
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ url = "" }) => new OpenClient(new URL(url)),
    __exposeQueryPlanExperimental: false,
    logger: http.log as never,
  });
  const apollo = new ApolloServer({
    gateway,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      fastifyApolloDrainPlugin(http),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();
  http.post("/graphql", fastifyApolloHandler(apollo));
  return `${await http.listen({ port: 0, host: "127.0.0.1" })}/graphql`;
}

// Private.
/** The same connections to a subgraph as the gateway has, without its checks. */
class OpenClient implements GraphQLDataSource {
  readonly #pool: Pool;
  readonly #path: string;

  constructor(url: URL) {
    this.#path = url.pathname;
    this.#pool = new Pool(url.origin, { connections: 64, keepAliveTimeout: 30_000 });
  }

  async process({ request }: GraphQLDataSourceProcessOptions): Promise<never> {
    const { query, variables, operationName } = request;
    const { body } = await this.#pool.request({
      method: "POST",
      path: this.#path,
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ query, variables, operationName }),
    });
    return (await body.json()) as never;
  }
}
