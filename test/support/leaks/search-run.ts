import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Searcher } from "./searcher.ts";

/** Searches everything that left in a run: each answer, and each log line. Throws with what was found, without the values. */
export async function searchRun(searcher: Searcher, exchanges: string, logs: string): Promise<void> {
  const leaks = new Map<string, number>();
  const note = (leak: object) => {
    const text = JSON.stringify(leak, null, 2);
    leaks.set(text, (leaks.get(text) ?? 0) + 1);
  };
  for await (const line of linesOf(exchanges)) searcher.inExchange(JSON.parse(line)).forEach(note);
  for await (const line of linesOf(logs)) searcher.inLogLine(line).forEach(note);
  if (leaks.size === 0) return;
  const shown = [...leaks].slice(0, 20).map(([text, times]) => `${times} times: ${text}`);
  throw new Error(
    `What not everybody may have left to who may not: ${leaks.size} kinds.\n${shown.join("\n")}`,
  );
}

/** Every line of a file that exists, one at a time: the answers of a whole run do not fit in memory. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  for await (const line of createInterface({ input: createReadStream(file) })) if (line) yield line;
}
