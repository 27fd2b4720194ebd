import { readProtocolversies } from "@ketenhub/protocol-file";
import { readGatewayConfig } from "./config.ts";
import { startGateway } from "./gateway.ts";
import { readSupergraph, subgraphNamesOf } from "./supergraph.ts";

// The gateway's library reports anonymous usage to its maker unless told not to; this hub talks to nobody.
process.env["APOLLO_TELEMETRY_DISABLED"] = "true";

try {
  const config = readGatewayConfig(subgraphNamesOf(await readSupergraph()), process.env);
  const gateway = await startGateway(config, {
    protocollen: await readProtocolversies(),
    now: () => new Date(),
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      gateway.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
