import type { Contender } from "../contenders/contenders.ts";
import type { Rounds } from "../load/measure-work.ts";
import { percentile, type Round } from "../load/run-round.ts";
import { type Spread, spreadOf } from "../load/spread.ts";

/** What one contender did with one work. */
export interface Figures {
  readonly contender: Contender;
  /** Of the rounds. */
  readonly perSecond: Spread;
  /** Milliseconds until half, 95 and 99 percent of all answers were there. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Milliseconds of processor time for one answer. */
  readonly cpu: Spread;
  /** The most bytes at once. */
  readonly memory: number;
}

/** The hub beside one other, round by round. */
export interface Ratios {
  readonly contender: Contender;
  /** How many times as many answers a second: more is better. */
  readonly perSecond: Spread;
  /** How many times as long 95 percent of the answers took: less is better. */
  readonly p95: Spread;
  /** How many times as much processor time: less is better. */
  readonly cpu: Spread;
}

/** What each contender did. */
export function figuresOf(rounds: Rounds): readonly Figures[] {
  return rounds.map(({ contender, rounds: all }) => ({
    contender,
    perSecond: spreadOf(all.map(({ perSecond }) => perSecond)),
    p50: percentile(all, 50),
    p95: percentile(all, 95),
    p99: percentile(all, 99),
    cpu: spreadOf(all.map(({ cpu }) => cpu)),
    memory: Math.max(...all.map(({ memory }) => memory)),
  }));
}

/** The hub beside each of the others. */
export function ratiosOf(rounds: Rounds): readonly Ratios[] {
  const hub = rounds.find(({ contender }) => contender === "hub")?.rounds ?? [];
  return rounds
    .filter(({ contender }) => contender !== "hub")
    .map(({ contender, rounds: other }) => ({
      contender,
      perSecond: ratio(hub, other, ({ perSecond }) => perSecond),
      p95: ratio(hub, other, (round) => percentile([round], 95)),
      cpu: ratio(hub, other, ({ cpu }) => cpu),
    }));
}

/** Round by round, how many times as much the one is as the other. */
export function ratio(
  ones: readonly Round[],
  others: readonly Round[],
  figure: (round: Round) => number,
): Spread {
  return spreadOf(
    ones.flatMap((one, index) => {
      const other = others[index];
      return other ? [figure(one) / figure(other)] : [];
    }),
  );
}
