import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import type { Questioner } from "./question.ts";

/** How many questions are under way at once. */
export const atOnce = 4;

/** What a contender did in one round. */
export interface Round {
  readonly perSecond: number;
  /** Milliseconds of processor time for one answer, in all parts of the contender together. */
  readonly cpu: number;
  /** The most bytes of memory at once. */
  readonly memory: number;
  /** How long each answer took, in microseconds. */
  readonly latencies: RecordableHistogram;
}

/** Asks for so many milliseconds, each worker its next question as soon as it has the answer to the one before. */
export async function runRound(questioner: Questioner, milliseconds: number): Promise<Round> {
  const latencies = createHistogram();
  const before = await questioner.usage();
  const started = performance.now();
  const worker = async (_: unknown, index: number) => {
    let now = performance.now();
    while (now - started < milliseconds) {
      await questioner.ask(index);
      const answered = performance.now();
      latencies.record(Math.max(1, Math.round((answered - now) * 1000)));
      now = answered;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - started) / 1000;
  const after = await questioner.usage();
  return {
    perSecond: latencies.count / seconds,
    cpu: (after.cpu - before.cpu) / latencies.count,
    memory: after.peak,
    latencies,
  };
}

/** The latency in milliseconds that so many percent of the answers stayed under, over all these rounds. */
export function percentile(rounds: readonly Round[], percent: number): number {
  const all = createHistogram();
  for (const { latencies } of rounds) all.add(latencies);
  return all.percentile(percent) / 1000;
}
