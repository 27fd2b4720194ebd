import { openProtocolversies } from "@ketenhub/protocol-file";
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
    const now = () => new Date();
    const protocollen = await openProtocolversies(config.protocol, { now, meld: say });
    const running = await startSubgraph(definition, config, { protocollen, now });
    stopOnSignal(running);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

// Private.
function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

// A request that is under way is answered before the process ends.
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
