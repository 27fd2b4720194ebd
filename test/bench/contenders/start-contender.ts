import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Places } from "../world/fill-world.ts";
import type { Contender } from "./contenders.ts";

/** What a contender works on. */
export interface ContenderWorld {
  /** Where it may keep keys. */
  readonly directory: string;
  readonly places: Places;
}

/** What a contender took of the machine. */
export interface Usage {
  /** Milliseconds of processor time since it started. */
  readonly cpu: number;
  /** The most bytes of memory it had at once since it was asked before. */
  readonly peak: number;
}

/** What a contender holds on to, after everything is thrown away that it does not need. */
export interface Held {
  /** Bytes in use. */
  readonly used: number;
  /** Bytes that the process has of the machine. */
  readonly resident: number;
}

/** A contender that serves, in a process of its own. */
export interface RunningContender {
  readonly contender: Contender;
  readonly url: string;
  usage(): Promise<Usage>;
  held(): Promise<Held>;
  stop(): Promise<void>;
}

/** Starts a contender, as in production. */
export async function startContender(contender: Contender, world: ContenderWorld): Promise<RunningContender> {
  const child = fork(entry, [contender, JSON.stringify(world)], {
    env: { ...process.env, NODE_ENV: "production" },
    execArgv: [...process.execArgv, "--expose-gc"],
  });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`${contender} ended with ${code} while the bench still needed it.`);
  });
  // Once everything is measured it may end.
  ended.catch(() => undefined);
  const [url] = await Promise.race([once(child, "message"), ended]);
  const told = async <T>(asked: string): Promise<T> => {
    const answer = once(child, "message");
    child.send(asked);
    const [heard] = await Promise.race([answer, ended]);
    return heard;
  };
  return {
    contender,
    url: String(url),
    usage: () => told<Usage>("usage"),
    held: () => told<Held>("held"),
    stop: () => end(child),
  };
}

// Private.
const entry = fileURLToPath(new URL("contender-process.ts", import.meta.url));

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.disconnect();
  await ended;
}
