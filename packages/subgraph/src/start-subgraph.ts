import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import { openDatabase } from "@ketenhub/database";
import { createMaskError, toLoggedError } from "@ketenhub/errors";
import type { Protocolversies } from "@ketenhub/protocol";
import { createFarewell, createHttp, serveHealth } from "@ketenhub/service";
import type { FastifyInstance } from "fastify";
import type { DataSource } from "typeorm";
import { boundedRequest, maximumTokens } from "./bounded-request.ts";
import type { SubgraphConfig } from "./config.ts";
import type { SubgraphContext } from "./context.ts";
import { createContextFactory } from "./create-context.ts";
import type { SubgraphDefinition } from "./definition.ts";
import { createProtectedSchema } from "./schema.ts";

/** What a process gives to a subgraph beside its configuration. */
export interface SubgraphSurroundings {
  readonly protocollen: Protocolversies;
  readonly now: () => Date;
  /** Called with every SQL statement; for counting. */
  readonly onStatement?: (sql: string) => void;
  /** Where log lines go instead of standard output. */
  readonly logStream?: { write(line: string): void };
}

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
  const { onStatement, logStream } = surroundings;
  const database = await openDatabase(config.database, {
    naam,
    entities,
    migrations,
    ...(onStatement ? { onStatement } : {}),
  });
  try {
    const http = createHttp({ naam, logLevel: config.logLevel, ...(logStream ? { logStream } : {}) });
    const apollo = await serveGraphQL(
      http,
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
      stop: once(async () => {
        await farewell.leave();
        // Apollo drains the HTTP server itself: requests under way are answered first.
        await apollo.stop();
        await database.stop();
      }),
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

// Private: stopping what was stopped is no mistake.
function once(stop: () => Promise<void>): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  return () => {
    stopped ??= stop();
    return stopped;
  };
}

async function serveGraphQL<L>(
  http: FastifyInstance,
  schema: Awaited<ReturnType<typeof createProtectedSchema>>,
  context: Awaited<ReturnType<typeof createContextFactory<L>>>,
): Promise<ApolloServer<SubgraphContext<L>>> {
  const apollo = new ApolloServer<SubgraphContext<L>>({
    schema,
    introspection: false,
    persistedQueries: false,
    parseOptions: { maxTokens: maximumTokens },
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: createMaskError((reference, error) =>
      http.log.error({ reference, error: toLoggedError(error) }, "masked error"),
    ),
    plugins: [
      fastifyApolloDrainPlugin(http),
      boundedRequest,
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();
  http.post("/graphql", fastifyApolloHandler(apollo, { context }));
  return apollo;
}
