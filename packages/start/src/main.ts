import { runProcess } from "@ketenhub/service";
import { readHubConfig } from "./config.ts";
import { startHub } from "./start-hub.ts";
import { welcome } from "./welcome.ts";

// The gateway's library reports anonymous usage to its maker unless told not to; this hub talks to nobody.
process.env["APOLLO_TELEMETRY_DISABLED"] = "true";

await runProcess(async () => {
  const config = readHubConfig(process.env);
  const hub = await startHub(config);
  process.stdout.write(welcome(hub.url, config.identity.developmentKeyFile !== undefined, config.directory));
  return hub;
});
