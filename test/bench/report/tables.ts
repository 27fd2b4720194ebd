import { uitleg } from "../contenders/contenders.ts";
import type { Doel } from "./doelen.ts";
import type { Figures, Ratios } from "./figures.ts";
import { figure, spread, table } from "./table.ts";

/** What each contender did with one work. */
export function figuresTable(figures: readonly Figures[]): string {
  return table(
    ["", "antwoorden per seconde", "p50 ms", "p95 ms", "p99 ms", "CPU ms per antwoord", "geheugen MB"],
    figures.map(({ contender, perSecond, p50, p95, p99, cpu, memory }) => [
      uitleg[contender].naam,
      spread(perSecond),
      figure(p50),
      figure(p95),
      figure(p99),
      spread(cpu),
      String(Math.round(memory / 1_000_000)),
    ]),
  );
}

/** The hub beside each of the others, in one work. */
export function ratiosTable(ratios: readonly Ratios[]): string {
  return table(
    ["hub gedeeld door", "antwoorden per seconde", "p95", "CPU per antwoord"],
    ratios.map(({ contender, perSecond, p95, cpu }) => [
      uitleg[contender].naam,
      spread(perSecond),
      spread(p95),
      spread(cpu),
    ]),
  );
}

/** What was promised or aimed at, and what came of it. */
export function doelenTable(doelen: readonly Doel[]): string {
  return table(
    ["", "doel", "gemeten", "gehaald"],
    doelen.map(({ wat, doel, gemeten, isGehaald }) => [wat, doel, gemeten, isGehaald ? "ja" : "nee"]),
  );
}
