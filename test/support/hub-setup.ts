import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databasesIn, type HubConfig, startHub } from "@ketenhub/start";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the hub of the e2e tests is. */
    hub: {
      readonly url: string;
      readonly subgraphs: Readonly<Record<string, string>>;
      readonly directory: string;
    };
  }
}

/** The audience of tokens in the tests. */
const audience = "https://ketenhub.example/graphql";

/** How a hub is started for tests: on free ports, in its own directory, on PostgreSQL servers when the environment names them. */
export function hubConfig(directory: string, env: NodeJS.ProcessEnv = {}): HubConfig {
  return {
    port: 0,
    directory,
    identity: { audience, developmentKeyFile: join(directory, "ontwikkeluitgever.jwk.json") },
    databaseOf: databasesIn(env, directory),
    logLevel: "silent",
  };
}

/** Starts the real hub once for all e2e tests, and stops it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
  const directory = await mkdtemp(join(tmpdir(), "ketenhub-e2e-"));
  const hub = await startHub(hubConfig(directory, process.env));
  const subgraphs = Object.fromEntries(hub.subgraphs.map(({ naam, url }) => [naam, url]));
  project.provide("hub", { url: hub.url, subgraphs, directory });
  return async () => {
    await hub.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
