import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageLocalDefault } from "@apollo/server/plugin/landingPage/default";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import { createMaskError, toLoggedError } from "@ketenhub/errors";
import { createTokenVerifier } from "@ketenhub/identity";
import type { Protocolversies } from "@ketenhub/protocol";
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import type { ValidationRule } from "graphql";
import { createCallerContext, type GatewayContext } from "./caller-context.ts";
import type { GatewayConfig } from "./config.ts";
import { createFilteredGateway } from "./create-filtered-gateway.ts";
import type { ServedGateway } from "./filtering-gateway.ts";
import { firstHeaders, firstQuestion } from "./first-question.ts";
import { serveGraphiql } from "./graphiql.ts";
import { limits as agreedLimits, type Limits } from "./limits/limits.ts";
import { plainAnswer } from "./plain-answer.ts";
import { noReservedKeys, reservedKeysOf } from "./reserved-keys.ts";
import { SubgraphClient } from "./subgraph-client.ts";
import { readSupergraph } from "./supergraph.ts";

/** What a process gives to the gateway beside its configuration. */
export interface GatewaySurroundings {
  readonly protocollen: Protocolversies;
  readonly now: () => Date;
  /** Where log lines go instead of standard output. */
  readonly logStream?: { write(line: string): void };
}

/** A gateway that serves. */
export interface RunningGateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves the supergraph. Holds no data and decides nothing on which safety depends: every bronhouder decides for itself. */
export async function startGateway(
  config: GatewayConfig,
  surroundings: GatewaySurroundings,
): Promise<RunningGateway> {
  const { logStream } = surroundings;
  const limits = config.limits ?? agreedLimits;
  const http = Fastify({
    logger: { level: config.logLevel, name: "gateway", ...(logStream ? { stream: logStream } : {}) },
    bodyLimit: 1_048_576,
    logController: new LogController({ disableRequestLogging: true }),
  });
  const supergraphSdl = await readSupergraph();
  const clients: SubgraphClient[] = [];
  const gateway = createFilteredGateway({
    supergraphSdl,
    protocollen: surroundings.protocollen,
    limits,
    buildService: ({ name }) => {
      const client = new SubgraphClient(name, urlOf(config, name), config.subgraphDeadline);
      clients.push(client);
      return client;
    },
    logger: http.log as never,
  });
  const apollo = createApollo(http, gateway, noReservedKeys(reservedKeysOf(supergraphSdl)), {
    ...config,
    limits,
  });
  await apollo.start();

  const verifier = await createTokenVerifier({ ...config.identity, now: surroundings.now });
  const context = createCallerContext(verifier, surroundings);
  const handler = fastifyApolloHandler(apollo, { context });
  http.post("/graphql", handler);
  if (config.explorers) {
    http.get("/graphql", { preHandler: onlyLandingPage }, handler);
    serveGraphiql(http);
  }
  serveHealth(http, config);
  const url = await http.listen({ port: config.port, host: config.host });
  return {
    url: `${url}/graphql`,
    async stop() {
      // Apollo drains the HTTP server itself: requests under way are answered first.
      await apollo.stop();
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}

// Private: a query in a URL would put what is asked into every log on the way.
async function onlyLandingPage({ query }: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (Object.keys(query as object).length === 0) return;
  await reply.code(405).header("allow", "POST").type("application/problem+json").send({
    status: 405,
    title: "Stel vragen met POST",
    detail: "Een vraag hoort in de body, niet in het adres.",
  });
}

function createApollo(
  http: FastifyInstance,
  gateway: ServedGateway,
  rule: ValidationRule,
  { explorers, limits }: GatewayConfig & { readonly limits: Limits },
) {
  return new ApolloServer<GatewayContext>({
    gateway,
    introspection: true,
    validationRules: [rule],
    persistedQueries: false,
    parseOptions: { maxTokens: limits.tokens },
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    formatError: createMaskError((reference, error) =>
      http.log.error({ reference, error: toLoggedError(error) }, "masked error"),
    ),
    plugins: [
      fastifyApolloDrainPlugin(http),
      plainAnswer,
      explorers
        ? ApolloServerPluginLandingPageLocalDefault({
            embed: true,
            includeCookies: false,
            document: firstQuestion,
            headers: firstHeaders,
          })
        : ApolloServerPluginLandingPageDisabled(),
    ],
  });
}

function urlOf({ subgraphs }: GatewayConfig, name: string): URL {
  const url = subgraphs[name];
  if (!url) throw new Error(`The gateway was not told where subgraph ${name} is.`);
  return new URL(url);
}

function serveHealth(http: FastifyInstance, { subgraphs }: GatewayConfig): void {
  http.get("/healthz", () => ({ status: "alive" }));
  // A gateway with a partner down can still serve the rest, so that is told but is not a reason to take it away.
  http.get("/readyz", () => ({ subgraphs: Object.keys(subgraphs) }));
}
