import type { Asker } from "../asker.ts";

/** One kind of question, asked over and over. */
export interface Work {
  /** How it is called in the report. */
  readonly naam: string;
  readonly asker: Asker;
  readonly query: string;
  /** The address of the same question at the endpoint in SQL. */
  readonly path: string;
  /** How many of its questions must be answered alike by all before it is measured. */
  readonly compared: number;
  /** Throws when the answer is not what was meant to be measured. */
  check(data: Data): void;
  /** Begins asking one contender, that nobody asked before. */
  begin(): Asking;
}

/** The variables of one question after another, for one contender. */
export interface Asking {
  /** What this worker asks next. */
  next(worker: number): object;
  /** This worker got its answer. */
  heard(worker: number): void;
}

// biome-ignore lint/suspicious/noExplicitAny: each work knows what it asked for.
type Data = any;

/**
 * These questions in turn, and again from the first. Not one and the same: a contender that gives to all what it fetched for one of
 * those who ask the same at the same moment, would be measured by a luck that nobody has.
 */
export function inTurn(variables: readonly object[]): () => Asking {
  if (variables.length === 0) throw new Error("There is nothing to ask in this world.");
  return () => {
    let asked = 0;
    return {
      next() {
        asked += 1;
        return variables[(asked - 1) % variables.length] ?? {};
      },
      heard: () => {},
    };
  };
}

/** Throws unless the answer holds so many. */
export function expectCount(what: string, expected: number, got: number | undefined): void {
  if (got !== expected) throw new Error(`Expected ${expected} ${what}, but got ${got}.`);
}
