import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { databasesIn, startHub } from "@ketenhub/start";
import { audience, keyFileIn } from "./asker.ts";

/** A hub in a process of its own. */
export interface HubProcess {
  readonly url: string;
  /** Milliseconds of processor time that the process took since it started. */
  cpuTime(): Promise<number>;
}

/** The same hub twice, on the same data: as it is, and without any protection. */
export interface HubPair {
  readonly on: HubProcess;
  readonly off: HubProcess;
  /** Where the protected one keeps its keys. */
  readonly directory: string;
  stop(): Promise<void>;
}

/** Makes the example population once, and starts both hubs on a copy of it. */
export async function startHubPair(): Promise<HubPair> {
  const root = await mkdtemp(join(tmpdir(), "ketenhub-bench-"));
  const directory = join(root, "on");
  await fillDirectory(directory);
  await cp(directory, join(root, "off"), { recursive: true });
  const children = [fork(entry, ["on", directory]), fork(entry, ["off", join(root, "off")])] as const;
  const stop = async () => {
    await Promise.all(children.map(end));
    await rm(root, { recursive: true, force: true });
  };
  try {
    const [on, off] = await Promise.all([ready(children[0]), ready(children[1])]);
    return { on, off, directory, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

// Private.
const entry = fileURLToPath(new URL("hub-process.ts", import.meta.url));

async function fillDirectory(directory: string): Promise<void> {
  const hub = await startHub({
    port: 0,
    directory,
    identity: { audience, developmentKeyFile: keyFileIn(directory) },
    databaseOf: databasesIn({}, directory),
    logLevel: "silent",
  });
  await hub.stop();
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.disconnect();
  await ended;
}

async function ready(child: ChildProcess): Promise<HubProcess> {
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`A hub of the bench ended with ${code} before it served.`);
  });
  const [url] = await Promise.race([once(child, "message"), ended]);
  // It ends when the bench is done.
  ended.catch(() => undefined);
  return {
    url: String(url),
    async cpuTime() {
      const answer = once(child, "message");
      child.send("cpu");
      const [{ user, system }] = await answer;
      return (user + system) / 1000;
    },
  };
}
