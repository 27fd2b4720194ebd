import { openProtocolversies } from "@ketenhub/protocol-file";
import { readGatewayConfig } from "./config.ts";
import { startGateway } from "./gateway.ts";
import { readSupergraph, subgraphNamesOf } from "./supergraph.ts";

// The gateway's library reports anonymous usage to its maker unless told not to; this hub talks to nobody.
process.env["APOLLO_TELEMETRY_DISABLED"] = "true";

try {
  const config = readGatewayConfig(subgraphNamesOf(await readSupergraph()), process.env);
  const now = () => new Date();
  const meld = (text: string) => process.stderr.write(`${text}\n`);
  const protocollen = await openProtocolversies(config.protocol, { now, meld });
  const gateway = await startGateway(config, { protocollen, now });
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
