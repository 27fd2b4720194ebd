import { type Limits, type RunningGateway, startGateway } from "@ketenhub/gateway";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { hubConfig } from "./hub-setup.ts";

/** Starts a gateway of its own before these subgraphs, for the callers of the hub in this directory. */
export async function startGatewayBefore(
  subgraphs: Readonly<Record<string, string>>,
  directory: string,
  limits?: Limits,
): Promise<RunningGateway> {
  const { port, identity, logLevel } = hubConfig(directory);
  const place = { port, host: "127.0.0.1", subgraphs, subgraphDeadline: 10_000 };
  return startGateway(
    { ...place, identity, ...(limits ? { limits } : {}), explorers: false, logLevel },
    { protocollen: await readProtocolversies(), now: () => new Date() },
  );
}
