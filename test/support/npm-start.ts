import { type ChildProcess, execFile, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** `npm start` as a process of its own. */
export interface StartedProcess {
  /** What it printed until it served, or until it ended. */
  readonly output: string;
  /** The exit code when it ended before it served. */
  readonly exitCode: number | null;
  /** Bytes of memory that the process takes now. */
  memory(): Promise<number>;
  /** Sends a signal and waits for the end; gives the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Runs the command of `npm start` and waits until it serves or ends. */
export async function npmStart(env: Readonly<Record<string, string>>): Promise<StartedProcess> {
  const child = spawn(
    process.execPath,
    ["--conditions=source", "--import", "tsx", "packages/start/src/main.ts"],
    {
      cwd: root,
      env: { PATH: process.env["PATH"], ...env },
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await Promise.race([untilServing(child, () => output), ended]);
  return {
    output,
    exitCode: child.exitCode,
    async memory() {
      const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(child.pid)]);
      return Number(stdout) * 1024;
    },
    async end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

// Private.
function untilServing(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve) => {
    child.stdout?.on("data", () => {
      if (output().includes("Stop with Ctrl-C")) resolve();
    });
  });
}
