import { fastifyApolloHandler } from "@as-integrations/fastify";
import { createTokenVerifier } from "@ketenhub/identity";
import type { Protocolversies } from "@ketenhub/protocol";
import { createFarewell, knownRoot, onlyOnce, serveHealth } from "@ketenhub/service";
import { followRequests, noTelemetry, type Telemetry } from "@ketenhub/telemetry";
import { createCallerContext, type GatewayContext } from "./caller-context.ts";
import type { GatewayConfig } from "./config.ts";
import { createApollo } from "./create-apollo.ts";
import { createFilteredGateway } from "./create-filtered-gateway.ts";
import { serveHttp } from "./http/serve-http.ts";
import { limits as agreedLimits } from "./limits/limits.ts";
import { openOperations } from "./operations/open-operations.ts";
import { startRateLimits } from "./rate-limit/rate-limits.ts";
import { partijOf } from "./rate-limit/tell-of-limits.ts";
import { noReservedKeys, reservedKeysOf } from "./reserved-keys.ts";
import { serveExplorers } from "./serve-explorers.ts";
import type { CircuitStatus } from "./subgraph/circuit.ts";
import { SubgraphClient } from "./subgraph/subgraph-client.ts";
import { readSupergraph, subgraphNamesOf } from "./supergraph.ts";

/** What a process gives to the gateway beside its configuration. */
export interface GatewaySurroundings {
  readonly protocollen: Protocolversies;
  readonly now: () => Date;
  /** Where log lines go instead of standard output. */
  readonly logStream?: { write(line: string): void };
  /** To whom the gateway tells how it is doing; nobody unless told otherwise. */
  readonly telemetry?: Telemetry;
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
  const { logStream, protocollen, now, telemetry = noTelemetry } = surroundings;
  const limits = config.limits ?? agreedLimits;
  const http = await serveHttp(config, logStream ? { logStream } : {});
  const follower = followRequests<GatewayContext>(http, telemetry);
  const supergraphSdl = await readSupergraph();
  const clients = clientsOf(config, subgraphNamesOf(supergraphSdl), telemetry, (naam, status) => {
    http.log.warn({ subgraph: naam, circuit: status }, "circuit");
    telemetry.circuit(naam, status);
  });
  const gateway = createFilteredGateway({
    supergraphSdl,
    protocollen,
    limits,
    buildService: ({ name }) => clientIn(clients, name),
    logger: http.log as never,
  });
  const validationRules = [knownRoot, noReservedKeys(reservedKeysOf(supergraphSdl))];
  const { explorers } = config;
  const apollo = createApollo(http, { gateway, validationRules, limits, explorers, follower });
  await apollo.start();

  const verifier = await createTokenVerifier({ ...config.identity, now });
  const operations = await openOperations(config.operations, protocollen);
  const rateLimits = await startRateLimits(config.rateLimit, verifier, http.log, (oin) =>
    telemetry.rateLimited(partijOf(protocollen, oin)),
  );
  const { answerDeadline } = config;
  const handler = fastifyApolloHandler(apollo, {
    context: follower.context(
      createCallerContext({ protocollen, now, answerDeadline, rateLimits, operations }),
    ),
  });
  http.post("/graphql", handler);
  if (explorers) serveExplorers(http, handler);
  const farewell = createFarewell(http, config.drainDelay ?? 0);
  serveHealth(http, dependenciesOf(clients), farewell.isLeaving);
  const url = await http.listen({ port: config.port, host: config.host });
  return {
    url: `${url}/graphql`,
    stop: onlyOnce(async () => {
      await farewell.leave();
      // Apollo drains the HTTP server itself: requests under way are answered first.
      await apollo.stop();
      rateLimits.close();
      await Promise.all([...clients.values()].map((client) => client.close()));
    }),
  };
}

// Private.
type Clients = ReadonlyMap<string, SubgraphClient>;

function clientsOf(
  { subgraphs, subgraphDeadline }: GatewayConfig,
  names: readonly string[],
  telemetry: Telemetry,
  onCircuit: (naam: string, status: CircuitStatus) => void,
): Clients {
  return new Map(
    names.map((naam) => {
      const url = subgraphs[naam];
      if (!url) throw new Error(`The gateway was not told where subgraph ${naam} is.`);
      const client = new SubgraphClient({
        naam,
        url: new URL(url),
        deadline: subgraphDeadline,
        onCircuit: (status) => onCircuit(naam, status),
        telemetry,
      });
      telemetry.circuit(naam, "closed");
      return [naam, client];
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
