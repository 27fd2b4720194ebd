import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { readSupergraph } from "@ketenhub/gateway";
import type { TestProject } from "vitest/node";
import { installPeers } from "../bench/contenders/install-peers.ts";

const entry = fileURLToPath(new URL("../bench/peers/hive-before-hub.ts", import.meta.url));

/** Puts Hive Gateway in the place of the hub's own gateway, before the same subgraphs: what the tests ask, they ask there. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await installPeers();
  const { hub } = project.getProvidedContext();
  const child = fork(entry, { execArgv: ["--import", "tsx"] });
  const ended = once(child, "exit");
  child.send(withUrls(await readSupergraph(), hub.subgraphs));
  const [url] = await Promise.race([
    once(child, "message"),
    ended.then(([code]) => {
      throw new Error(`Hive Gateway ended with ${code} before it served.`);
    }),
  ]);
  ended.catch(() => undefined);
  project.provide("hub", { ...hub, url: String(url), engine: "Hive Gateway" });
  return async () => {
    child.disconnect();
    await ended;
  };
}

// Private: the composed schema says where the subgraphs are in production.
function withUrls(supergraphSdl: string, urls: Readonly<Record<string, string>>): string {
  return Object.entries(urls).reduce(
    (sdl, [naam, url]) =>
      sdl.replace(
        new RegExp(`@join__graph\\(name: "${naam}", url: "[^"]*"\\)`),
        `@join__graph(name: "${naam}", url: "${url}")`,
      ),
    supergraphSdl,
  );
}
