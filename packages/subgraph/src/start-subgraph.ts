import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { openDatabase } from "@ketenhub/database";
import type { Protocolversies } from "@ketenhub/protocol";
import {
  createDocumentStore,
  createFarewell,
  createHttp,
  drain,
  knownRoot,
  onlyOnce,
  serveHealth,
} from "@ketenhub/service";
import { followRequests, noTelemetry, type Telemetry } from "@ketenhub/telemetry";
import type { FastifyInstance } from "fastify";
import type { DataSource } from "typeorm";
import { boundedRequest, maximumTokens } from "./bounded-request.ts";
import type { SubgraphConfig } from "./config.ts";
import type { SubgraphContext } from "./context.ts";
import { createContextFactory } from "./create-context.ts";
import type { SubgraphDefinition } from "./definition.ts";
import { createProtectedSchema } from "./schema.ts";
import { tellOfDatabase } from "./tell-of-database.ts";
import { tellUnreachable } from "./tell-unreachable.ts";

/** What a process gives to a subgraph beside its configuration. */
export interface SubgraphSurroundings {
  readonly protocollen: Protocolversies;
  readonly now: () => Date;
  /** Called with every SQL statement; for counting. */
  readonly onStatement?: (sql: string) => void;
  /** Where log lines go instead of standard output. */
  readonly logStream?: { write(line: string): void };
  /** To whom the subgraph tells how it is doing; nobody unless told otherwise. */
  readonly telemetry?: Telemetry;
}

/** Longer than anybody waits for an answer, in milliseconds. */
const longestAnswer = 20_000;

/** A subgraph that serves. */
export interface RunningSubgraph {
  readonly naam: string;
  readonly url: string;
  readonly dataSource: DataSource;
  stop(): Promise<void>;
}

/** Opens the database, checks that the protocol covers the schema, and serves. Throws instead of serving something half-closed. */
export async function startSubgraph<L>(
  definition: SubgraphDefinition<L>,
  config: SubgraphConfig,
  surroundings: SubgraphSurroundings,
): Promise<RunningSubgraph> {
  const { naam, entities, migrations } = definition;
  const schema = await createProtectedSchema(definition, surroundings.protocollen);
  const { onStatement, logStream, telemetry = noTelemetry } = surroundings;
  const database = await openDatabase(config.database, {
    naam,
    entities,
    migrations,
    ...(onStatement ? { onStatement } : {}),
  });
  try {
    const http = createHttp({
      naam,
      isInner: true,
      logLevel: config.logLevel,
      ...(logStream ? { logStream } : {}),
    });
    tellOfDatabase(telemetry, database.dataSource);
    const apollo = await serveGraphQL(
      naam,
      http,
      telemetry,
      schema,
      await createContextFactory(definition, config, surroundings, database.dataSource),
    );
    const farewell = createFarewell(http, config.drainDelay ?? 0);
    const isReady = () => database.isReady();
    serveHealth(http, [{ naam: "database", required: true, isReady }], farewell.isLeaving);
    const url = await http.listen({ port: config.port, host: config.host });
    return {
      naam,
      url: `${url}/graphql`,
      dataSource: database.dataSource,
      stop: onlyOnce(async () => {
        await farewell.leave();
        await drain(http, longestAnswer);
        await apollo.stop();
        await database.stop();
      }),
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

// Private.
async function serveGraphQL<L>(
  naam: string,
  http: FastifyInstance,
  telemetry: Telemetry,
  schema: Awaited<ReturnType<typeof createProtectedSchema>>,
  context: Awaited<ReturnType<typeof createContextFactory<L>>>,
): Promise<ApolloServer<SubgraphContext<L>>> {
  const follower = followRequests<SubgraphContext<L>>(http, telemetry);
  follower.followStatements();
  const apollo = new ApolloServer<SubgraphContext<L>>({
    schema,
    introspection: false,
    persistedQueries: false,
    documentStore: createDocumentStore(),
    validationRules: [knownRoot],
    parseOptions: { maxTokens: maximumTokens },
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: tellUnreachable(naam, follower.formatError),
    plugins: [
      boundedRequest,
      // Nothing is ever kept by a cache; and it would go before every resolver.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      follower.plugin,
    ],
  });
  await apollo.start();
  http.post("/graphql", fastifyApolloHandler(apollo, { context: follower.context(context) }));
  return apollo;
}
