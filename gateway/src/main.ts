import { openProtocolversies } from "@ketenhub/protocol-file";
import { runProcess } from "@ketenhub/service";
import { withTelemetry } from "@ketenhub/telemetry";
import { readGatewayConfig } from "./config.ts";
import { startGateway } from "./gateway.ts";
import { readSupergraph, subgraphNamesOf } from "./supergraph.ts";

// The gateway's library reports anonymous usage to its maker unless told not to; this hub talks to nobody.
process.env["APOLLO_TELEMETRY_DISABLED"] = "true";

await runProcess(async (meld) => {
  const config = readGatewayConfig(subgraphNamesOf(await readSupergraph()), process.env);
  const now = () => new Date();
  const protocollen = await openProtocolversies(config.protocol, { now, meld });
  return withTelemetry("gateway", config.telemetry, (telemetry) =>
    startGateway(config, { protocollen, now, telemetry }),
  );
});
