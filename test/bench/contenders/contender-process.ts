/** A contender of the bench with all its parts, as a process of its own: `contender-process.ts <which> <its world as JSON>`. */

import { startOpenGateway } from "../open/open-gateway.ts";
import { startOpenSubgraphs } from "../open/start-open-subgraphs.ts";
import type { Contender } from "./contenders.ts";
import { databaseUrl } from "./database-url.ts";
import type { ContenderWorld, Held, Usage } from "./start-contender.ts";
import { startHubOn } from "./start-hub-on.ts";

// The gateway's library reports usage to its maker unless told not to.
process.env["APOLLO_TELEMETRY_DISABLED"] = "true";

/** What a peer exports. What it is made of is installed beside it, and nowhere else. */
interface Peer {
  start(given: object): Promise<string>;
}

const peer = async (file: string) =>
  (await import(new URL(`../peers/${file}`, import.meta.url).href)) as Peer;

const starters: Readonly<Record<Contender, (world: ContenderWorld) => Promise<string>>> = {
  hub: startHubOn,
  open: async ({ places }) => startOpenGateway(await startOpenSubgraphs(places)),
  apollo: async ({ places }) =>
    (await peer("apollo-gateway.ts")).start({ supergraphSdl: await startOpenSubgraphs(places) }),
  hive: async ({ places }) =>
    (await peer("hive-gateway.ts")).start({ supergraphSdl: await startOpenSubgraphs(places) }),
  sql: async ({ places }) => (await peer("sql-endpoint.ts")).start(await databaseUrl(places)),
};

const [which, world] = process.argv.slice(2);
const url = await starters[which as Contender](JSON.parse(world ?? ""));

let peak = 0;
const look = () => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
setInterval(look, 25).unref();
process.on("message", (asked) => {
  if (asked === "held") {
    globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    const held: Held = { used: heapUsed + external, resident: rss };
    process.send?.(held);
    return;
  }
  look();
  const { user, system } = process.cpuUsage();
  const usage: Usage = { cpu: (user + system) / 1000, peak };
  peak = 0;
  process.send?.(usage);
});
process.on("disconnect", () => process.exit(0));
process.send?.(url);
