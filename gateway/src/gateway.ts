import { fastifyApolloHandler } from "@as-integrations/fastify";
import { createTokenVerifier } from "@ketenhub/identity";
import type { Protocolversies } from "@ketenhub/protocol";
import { createFarewell, createHttp, serveHealth } from "@ketenhub/service";
import { createCallerContext } from "./caller-context.ts";
import type { GatewayConfig } from "./config.ts";
import { createApollo } from "./create-apollo.ts";
import { createFilteredGateway } from "./create-filtered-gateway.ts";
import { limits as agreedLimits } from "./limits/limits.ts";
import { noReservedKeys, reservedKeysOf } from "./reserved-keys.ts";
import { serveExplorers } from "./serve-explorers.ts";
import { SubgraphClient } from "./subgraph-client.ts";
import { readSupergraph, subgraphNamesOf } from "./supergraph.ts";

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
  const { logStream, protocollen, now } = surroundings;
  const limits = config.limits ?? agreedLimits;
  const http = createHttp({
    naam: "gateway",
    logLevel: config.logLevel,
    ...(logStream ? { logStream } : {}),
  });
  const supergraphSdl = await readSupergraph();
  const clients = clientsOf(config, subgraphNamesOf(supergraphSdl));
  const gateway = createFilteredGateway({
    supergraphSdl,
    protocollen,
    limits,
    buildService: ({ name }) => clientIn(clients, name),
    logger: http.log as never,
  });
  const validationRule = noReservedKeys(reservedKeysOf(supergraphSdl));
  const apollo = createApollo(http, { gateway, validationRule, limits, explorers: config.explorers });
  await apollo.start();

  const verifier = await createTokenVerifier({ ...config.identity, now });
  const handler = fastifyApolloHandler(apollo, { context: createCallerContext(verifier, surroundings) });
  http.post("/graphql", handler);
  if (config.explorers) serveExplorers(http, handler);
  const farewell = createFarewell(http, config.drainDelay ?? 0);
  serveHealth(http, dependenciesOf(clients), farewell.isLeaving);
  const url = await http.listen({ port: config.port, host: config.host });
  return {
    url: `${url}/graphql`,
    async stop() {
      await farewell.leave();
      // Apollo drains the HTTP server itself: requests under way are answered first.
      await apollo.stop();
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}

// Private.
type Clients = ReadonlyMap<string, SubgraphClient>;

function clientsOf({ subgraphs, subgraphDeadline }: GatewayConfig, names: readonly string[]): Clients {
  return new Map(
    names.map((naam) => {
      const url = subgraphs[naam];
      if (!url) throw new Error(`The gateway was not told where subgraph ${naam} is.`);
      return [naam, new SubgraphClient(naam, new URL(url), subgraphDeadline)];
    }),
  );
}

function clientIn(clients: Clients, naam: string): SubgraphClient {
  const client = clients.get(naam);
  if (!client) throw new Error(`Subgraph ${naam} is not in the supergraph.`);
  return client;
}

/** A gateway with a partner down still serves the rest, so that is told but is no reason to take the gateway away. */
function dependenciesOf(clients: Clients) {
  return [...clients].map(([naam, client]) => ({
    naam,
    required: false,
    isReady: () => client.isReady(),
  }));
}
