import { type GatewayConfig, type RunningGateway, startGateway } from "@ketenhub/gateway";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { hubConfig } from "./hub-setup.ts";

/** Starts a gateway of its own before these subgraphs, for the callers of the hub in this directory. */
export async function startGatewayBefore(
  subgraphs: Readonly<Record<string, string>>,
  directory: string,
  config: Partial<GatewayConfig> = {},
): Promise<RunningGateway> {
  const { port, identity, logLevel } = hubConfig(directory);
  const patience = { subgraphDeadline: 10_000, answerDeadline: 15_000 };
  return startGateway(
    { port, host: "127.0.0.1", subgraphs, ...patience, identity, explorers: false, logLevel, ...config },
    { protocollen: await readProtocolversies(), now: () => new Date() },
  );
}
