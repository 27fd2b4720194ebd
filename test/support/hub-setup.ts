import { appendFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { databasesIn, type HubConfig, type RunningHub, startHub } from "@ketenhub/start";
import type { TestProject } from "vitest/node";
import { openDatabaseDoor } from "./database-door.ts";
import { joinPopulations, madePopulation, type Population, storedPopulation } from "./leaks/population.ts";
import { exchangesFile, recordExchanges } from "./leaks/record-exchanges.ts";
import { searchRun } from "./leaks/search-run.ts";
import { createSearcher } from "./leaks/searcher.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the hub of the e2e tests is. */
    hub: {
      readonly url: string;
      readonly subgraphs: Readonly<Record<string, string>>;
      readonly directory: string;
      /** The engine that stands in the place of the hub's own gateway, when another does. */
      readonly engine?: string;
      /** Where a test gets at the databases, to make people of its own. */
      readonly databaseDoor: number;
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

/**
 * Starts the real hub once for all e2e tests, and stops it after the last. Everything that it answers and logs in between is kept,
 * and searched at the end for what who got it may not have: whatever the tests asked, and whether or not they looked.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
  const directory = await mkdtemp(join(tmpdir(), "ketenhub-e2e-"));
  const logs = logsFile(directory);
  const hub = await startHub(
    { ...hubConfig(directory, process.env), logLevel: "debug" },
    { logStream: { write: (line) => appendFileSync(logs, line) } },
  );
  const stopRecording = recordExchanges(directory);
  const subgraphs = Object.fromEntries(hub.subgraphs.map(({ naam, url }) => [naam, url]));
  const door = await openDatabaseDoor(hub.subgraphs);
  project.provide("hub", { url: hub.url, subgraphs, directory, databaseDoor: door.port });
  return async () => {
    stopRecording();
    door.close();
    try {
      await searchWhatLeft(hub, directory, door.inserted());
    } catch (error) {
      // An error after the last test does not fail the run by itself.
      process.exitCode = 1;
      throw error;
    } finally {
      await hub.stop();
      await rm(directory, { recursive: true, force: true });
    }
  };
}

/** Where the hub of the e2e tests writes its log. */
export const logsFile = (directory: string) => join(directory, "logboek.jsonl");

// Private.
async function searchWhatLeft(
  { subgraphs }: RunningHub,
  directory: string,
  inserted: Population,
): Promise<void> {
  const vandaag = (await readFile(join(directory, "voorbeelddata-van.txt"), "utf8")).trim();
  const stored = joinPopulations(await storedPopulation(subgraphs), inserted);
  const population = joinPopulations(madePopulation(vandaag), stored);
  const { alle } = await readProtocolversies();
  const searcher = createSearcher(
    population,
    alle.map(({ document }) => document),
  );
  await searchRun(searcher, exchangesFile(directory), logsFile(directory));
}
