import { openProtocolversies } from "@ketenhub/protocol-file";
import { runProcess } from "@ketenhub/service";
import { withTelemetry } from "@ketenhub/telemetry";
import { readSubgraphConfig } from "./config.ts";
import type { SubgraphDefinition } from "./definition.ts";
import { startSubgraph } from "./start-subgraph.ts";

/** Runs a subgraph as a process of its own, until it is told to stop. What keeps it from starting is said in one line. */
export function runSubgraph<L>(
  definition: SubgraphDefinition<L>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  return runProcess(async (meld) => {
    const config = readSubgraphConfig(definition.naam, env);
    const now = () => new Date();
    const protocollen = await openProtocolversies(config.protocol, { now, meld });
    return withTelemetry(definition.naam, config.telemetry, (telemetry) =>
      startSubgraph(definition, config, { protocollen, now, telemetry }),
    );
  });
}
