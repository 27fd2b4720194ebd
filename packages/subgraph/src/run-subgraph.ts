import { readProtocolversies } from "@ketenhub/protocol-file";
import { readSubgraphConfig } from "./config.ts";
import type { SubgraphDefinition } from "./definition.ts";
import { type RunningSubgraph, startSubgraph } from "./start-subgraph.ts";

/** Runs a subgraph as a process of its own, until it is told to stop. What keeps it from starting is said in one line. */
export async function runSubgraph<L>(
  definition: SubgraphDefinition<L>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  try {
    const config = readSubgraphConfig(definition.naam, env);
    const running = await startSubgraph(definition, config, {
      protocollen: await readProtocolversies(),
      now: () => new Date(),
    });
    stopOnSignal(running);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

// Private: a request that is under way is answered before the process ends.
function stopOnSignal(running: RunningSubgraph): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
