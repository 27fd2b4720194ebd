import { fastifyApolloHandler } from "@as-integrations/fastify";
import { createTokenVerifier } from "@ketenhub/identity";
import type { Protocolversies } from "@ketenhub/protocol";
import { createFarewell, drain, knownRoot, onlyOnce, serveHealth } from "@ketenhub/service";
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
import { SubgraphClients } from "./subgraph/subgraph-clients.ts";
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

/** What reading a request and writing an answer may take beside the answer itself, in milliseconds. */
const margin = 5_000;

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
  const clients = new SubgraphClients(subgraphNamesOf(supergraphSdl), config, telemetry, http.log);
  const gateway = createFilteredGateway({
    supergraphSdl,
    protocollen,
    limits,
    buildService: ({ name }) => clients.of(name),
    logger: http.log as never,
  });
  const validationRules = [knownRoot, noReservedKeys(reservedKeysOf(supergraphSdl))];
  const { explorers } = config;
  const apollo = createApollo({ gateway, validationRules, limits, explorers, follower });
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
  serveHealth(http, clients.dependencies, farewell.isLeaving);
  const url = await http.listen({ port: config.port, host: config.host });
  return {
    url: `${url}/graphql`,
    stop: onlyOnce(async () => {
      await farewell.leave();
      await drain(http, answerDeadline + margin);
      await apollo.stop();
      rateLimits.close();
      await clients.close();
    }),
  };
}
