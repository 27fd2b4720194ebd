import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import { type DatabasePlace, openDatabase } from "@ketenhub/database";
import type { Caller } from "@ketenhub/identity";
import { type CompiledProtocol, dagVan } from "@ketenhub/protocol";
import { Inzage } from "@ketenhub/protocol-shield";
import { readTypeDefs, type SubgraphContext, type SubgraphDefinition, type Vraag } from "@ketenhub/subgraph";
import Fastify from "fastify";
import type { DataSource } from "typeorm";
import { scalars } from "../../../packages/subgraph/src/scalars.ts";
import { AlwaysYes } from "./always-yes.ts";

/** Who is taken to be asking, whatever the request says. */
export interface TakenForGranted {
  readonly caller: Caller;
  readonly protocol: CompiledProtocol;
}

/**
 * Serves the schema, the resolvers and the data of a subgraph without any protection: no rules, no token, no toegang. Lives here
 * only, to measure against: the product cannot be told to do this.
 */
export async function startOpenSubgraph(
  definition: SubgraphDefinition<unknown>,
  place: DatabasePlace,
  granted: TakenForGranted,
): Promise<string> {
  const { naam, entities, migrations } = definition;
  const { dataSource } = await openDatabase(place, { naam, entities, migrations });
  const http = Fastify({ logger: { level: "silent" }, bodyLimit: 1_048_576 });
  const apollo = new ApolloServer<SubgraphContext<unknown>>({
    schema: await openSchema(definition),
    introspection: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      fastifyApolloDrainPlugin(http),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();
  const context = async () => openContext(definition, dataSource, granted);
  http.post("/graphql", fastifyApolloHandler(apollo, { context }));
  return `${await http.listen({ port: 0, host: "127.0.0.1" })}/graphql`;
}

// Private.
async function openSchema({ schemaDirectory, resolvers }: SubgraphDefinition<unknown>) {
  const typeDefs = await readTypeDefs(schemaDirectory);
  const declared = new Set(typeDefs.definitions.map((node) => ("name" in node ? node.name?.value : "")));
  const used = Object.fromEntries(Object.entries(scalars).filter(([name]) => declared.has(name)));
  return buildSubgraphSchema({ typeDefs, resolvers: { ...used, ...resolvers } as never });
}

function openContext(
  definition: SubgraphDefinition<unknown>,
  dataSource: DataSource,
  { caller, protocol }: TakenForGranted,
): SubgraphContext<unknown> {
  const moment = new Date();
  const vraag: Vraag = {
    caller,
    protocol,
    dataSource,
    moment,
    dag: dagVan(moment),
    // The lightest condition that the list can say in SQL.
    scope: () => [["eigen-gemeente"]],
    gewogen: new Set(),
    toegangen: { add: () => {}, feitenVan: () => undefined, isBedorven: () => false },
    ondertekening: new Map(),
  };
  return {
    ...vraag,
    inzage: new Inzage(),
    beslisser: new AlwaysYes(vraag),
    loaders: definition.createLoaders(dataSource, vraag),
  };
}
