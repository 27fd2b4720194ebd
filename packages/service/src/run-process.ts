import { type Stoppable, stopOnSignal } from "./stop-on-signal.ts";

/** Runs a part of the hub until the process is told to end. What keeps it from starting is said in one line. */
export async function runProcess(start: (say: (text: string) => void) => Promise<Stoppable>): Promise<void> {
  try {
    stopOnSignal(await start(say));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

// Private.
function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
