/** One of the two hubs of the bench, as a process of its own: `hub-process.ts on|off <directory>`. */
import { readProtocolversies } from "@ketenhub/protocol-file";
import { databasesIn, startHub } from "@ketenhub/start";
import { partners } from "../../packages/start/src/partners.ts";
import { audience, keyFileIn, regievoerderUnseen } from "./asker.ts";
import { startOpenGateway } from "./open-gateway.ts";
import { startOpenSubgraph } from "./open-subgraph.ts";

process.env["APOLLO_TELEMETRY_DISABLED"] = "true";

const [kind, directory = ""] = process.argv.slice(2);
const url = kind === "on" ? await startProtected() : await startOpen();
process.on("message", () => process.send?.(process.cpuUsage()));
process.on("disconnect", () => process.exit(0));
process.send?.(url);

// Private.
async function startProtected(): Promise<string> {
  const hub = await startHub({
    port: 0,
    directory,
    identity: { audience, developmentKeyFile: keyFileIn(directory) },
    databaseOf: databasesIn({}, directory),
    logLevel: "silent",
  });
  return hub.url;
}

async function startOpen(): Promise<string> {
  const protocol = (await readProtocolversies()).op(new Date());
  const urls: [string, string][] = [];
  for (const definition of partners) {
    urls.push([
      definition.naam,
      await startOpenSubgraph(definition, directory, { caller: regievoerderUnseen, protocol }),
    ]);
  }
  return startOpenGateway(Object.fromEntries(urls));
}
