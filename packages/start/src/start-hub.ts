import { createServer } from "node:net";
import { startGateway } from "@ketenhub/gateway";
import { openDevelopmentIssuer } from "@ketenhub/identity";
import { dagVan, type Protocolversies } from "@ketenhub/protocol";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { type RunningSubgraph, startSubgraph } from "@ketenhub/subgraph";
import type { Telemetry } from "@ketenhub/telemetry";
import type { HubConfig } from "./config.ts";
import { fillEmptyDatabases } from "./example-data.ts";
import { partners, regie } from "./partners.ts";
import { openToegangKeys } from "./toegang-keys.ts";

/** The whole hub, running in this process. */
export interface RunningHub {
  /** Where the gateway answers. */
  readonly url: string;
  readonly subgraphs: readonly RunningSubgraph[];
  stop(): Promise<void>;
}

/** What a test may give instead of the real thing. */
export interface HubSurroundings {
  readonly now?: () => Date;
  readonly protocollen?: Protocolversies;
  /** Called with every SQL statement and the subgraph it ran in. */
  readonly onStatement?: (naam: string, sql: string) => void;
  /** Where the log lines of every part go instead of standard output. */
  readonly logStream?: { write(line: string): void };
  /** To whom each part tells how it is doing. */
  readonly telemetryOf?: (naam: string) => Telemetry;
}

/** Starts every part on its own port, migrated and filled, and the gateway last. What was started is stopped when a later part fails. */
export async function startHub(config: HubConfig, surroundings: HubSurroundings = {}): Promise<RunningHub> {
  const { now = () => new Date(), protocollen = await readProtocolversies(), onStatement } = surroundings;
  const tells = (naam: string) =>
    surroundings.telemetryOf ? { telemetry: surroundings.telemetryOf(naam) } : {};
  const log = surroundings.logStream ? { logStream: surroundings.logStream } : {};
  await requireFreePorts(config);
  if (config.identity.developmentKeyFile)
    await makeDevelopmentKey(config.identity.developmentKeyFile, config);

  const started: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const part of started.splice(0).reverse()) await part.stop();
  };
  try {
    const subgraphs: RunningSubgraph[] = [];
    for (const partner of await partnersWithConfig(config)) {
      const count = onStatement
        ? { onStatement: (sql: string) => onStatement(partner.definition.naam, sql) }
        : {};
      const running = await startSubgraph(partner.definition, partner.config, {
        protocollen,
        now,
        ...count,
        ...log,
        ...tells(partner.definition.naam),
      });
      subgraphs.push(running);
      started.push(running);
    }
    await fillEmptyDatabases(config.directory, subgraphs, dagVan(now()));
    const urls = Object.fromEntries(subgraphs.map(({ naam, url }) => [naam, url]));
    const gateway = await startGateway(
      {
        port: config.port,
        host: "127.0.0.1",
        identity: config.identity,
        subgraphs: urls,
        subgraphDeadline: 10_000,
        answerDeadline: 15_000,
        explorers: true,
        logLevel: config.logLevel,
        drainDelay: config.drainDelay ?? 0,
      },
      { protocollen, now, ...log, ...tells("gateway") },
    );
    started.push(gateway);
    return { url: gateway.url, subgraphs, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

// Private.
async function partnersWithConfig(config: HubConfig) {
  const { port, directory, identity, databaseOf, logLevel, drainDelay = 0 } = config;
  const others = partners.map(({ naam }) => naam).filter((naam) => naam !== regie);
  const keys = await openToegangKeys(directory, others);
  return partners.map((definition, index) => ({
    definition,
    config: {
      port: port === 0 ? 0 : port + 1 + index,
      host: "127.0.0.1",
      database: databaseOf(definition.naam),
      identity,
      sleutels: keys.get(definition.naam) ?? [],
      ondertekening: new Map(
        definition.naam === regie ? [...keys].map(([naam, [first]]) => [naam, first]) : [],
      ),
      logLevel,
      drainDelay,
    },
  }));
}

async function makeDevelopmentKey(keyFile: string, { identity }: HubConfig): Promise<void> {
  await openDevelopmentIssuer({ keyFile, nodeEnv: undefined, audience: identity.audience });
}

/** Says which port is taken before anything is opened or migrated. */
async function requireFreePorts({ port }: HubConfig): Promise<void> {
  if (port === 0) return;
  for (let index = 0; index <= partners.length; index += 1) await requireFreePort(port + index, port);
}

function requireFreePort(port: number, gatewayPort: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () =>
      reject(
        new Error(
          `Port ${port} is taken. Stop what uses it, or choose other ports: PORT=${gatewayPort + 100} npm start`,
        ),
      ),
    );
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve()));
  });
}
