import { readHubConfig } from "./config.ts";
import { startHub } from "./start-hub.ts";
import { welcome } from "./welcome.ts";

// The gateway's library reports anonymous usage to its maker unless told not to; this hub talks to nobody.
process.env["APOLLO_TELEMETRY_DISABLED"] = "true";

try {
  const config = readHubConfig(process.env);
  const hub = await startHub(config);
  process.stdout.write(welcome(hub.url, config.identity.developmentKeyFile !== undefined, config.directory));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      hub.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
