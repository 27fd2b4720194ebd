import { uitleg } from "../contenders/contenders.ts";
import type { Spread } from "../load/spread.ts";
import { caseloadVan52, eenDossier } from "../work/works.ts";
import type { Ratios } from "./figures.ts";
import { spread } from "./table.ts";

/** Something that was promised or aimed at, and what came of it. */
export interface Doel {
  readonly wat: string;
  readonly doel: string;
  readonly gemeten: string;
  readonly isGehaald: boolean;
}

/** What protection may cost at most, as a part of the throughput. */
const mostOfThroughput = 0.15;

/** What a static decision may cost at most, in nanoseconds. */
const mostOfDecision = 2000;

/** The promise about protection: the only one whose breaking fails the bench. */
export function bescherming(
  statisch: Spread,
  ratios: ReadonlyMap<string, readonly Ratios[]>,
): readonly Doel[] {
  const besluit = {
    wat: "een beslissing zonder persoon",
    doel: "minder dan 2 µs",
    gemeten: `${spread(inMicroseconds(statisch))} µs`,
    isGehaald: statisch.median < mostOfDecision,
  };
  const open = ratios.get(caseloadVan52)?.find(({ contender }) => contender === "open");
  if (!open) return [besluit];
  const { least, median, most } = open.perSecond;
  const cost = { least: 100 - 100 * most, median: 100 - 100 * median, most: 100 - 100 * least };
  return [
    besluit,
    {
      wat: `wat bescherming kost bij een ${caseloadVan52}`,
      doel: "ten hoogste 15 % van de doorvoer",
      gemeten: `${spread(cost)} %`,
      isGehaald: cost.median <= 100 * mostOfThroughput,
    },
  ];
}

/** What the hub aims at beside others: told plainly, kept or not. */
export function naastAnderen(ratios: ReadonlyMap<string, readonly Ratios[]>): readonly Doel[] {
  return [
    ...wanted.flatMap(({ work, least }) =>
      of(ratios, work).map(({ contender, perSecond }) => ({
        wat: `${work}, doorvoer naast ${uitleg[contender].naam}`,
        doel: `ten minste ${least.toLocaleString("nl-NL")} keer`,
        gemeten: spread(perSecond),
        isGehaald: perSecond.median >= least,
      })),
    ),
    ...of(ratios, caseloadVan52).map(({ contender, p95 }) => ({
      wat: `${caseloadVan52}, p95 naast ${uitleg[contender].naam}`,
      doel: "minder dan 1 keer",
      gemeten: spread(p95),
      isGehaald: p95.median < 1,
    })),
  ];
}

// Private.
const wanted = [
  { work: caseloadVan52, least: 1.5 },
  { work: eenDossier, least: 2 },
];

function of(ratios: ReadonlyMap<string, readonly Ratios[]>, work: string): readonly Ratios[] {
  return (ratios.get(work) ?? []).filter(({ contender }) => contender === "apollo" || contender === "hive");
}

function inMicroseconds({ least, median, most }: Spread): Spread {
  return { least: least / 1000, median: median / 1000, most: most / 1000 };
}
