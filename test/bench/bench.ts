/**
 * Measures what protection costs: one decision, and the caseload through the real gateway and four real subgraphs with all
 * protection and without any. Fails when it costs more than was promised.
 *
 *   npm run bench
 */
import { readProtocolversies } from "@ketenhub/protocol-file";
import { type CaseloadResult, measureCaseload, type Way } from "./measure-caseload.ts";
import { measureDecide } from "./measure-decide.ts";
import type { Spread } from "./spread.ts";

const promised = { staticNanoseconds: 2000, cost: 0.15 };

process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
const decide = measureDecide((await readProtocolversies()).op(new Date()));
print("decide, static", decide.static, 0, "ns");
print("decide, about a person", decide.withFacts, 0, "ns");
const caseload = await measureCaseload();
printCaseload(caseload);

const kept = decide.static.median < promised.staticNanoseconds && caseload.cost.median <= promised.cost;
console.log(
  `Promised: a static decision under 2 µs, protection at most 15 % of throughput. Kept: ${kept ? "yes" : "no"}.`,
);
process.exitCode = kept ? 0 : 1;

// Private.
function printCaseload({ on, off, cost, cpuCost }: CaseloadResult): void {
  const printWay = (naam: string, { perSecond, cpu }: Way) => {
    print(`caseload ${naam}, throughput`, perSecond, 1, "/s");
    print(`caseload ${naam}, processor time`, cpu, 1, "ms");
  };
  printWay("unprotected", off);
  printWay("protected", on);
  print("protection, of throughput", percent(cost), 1, "%");
  print("protection, of processor time", percent(cpuCost), 1, "%");
}

function percent({ least, median, most }: Spread): Spread {
  return { least: least * 100, median: median * 100, most: most * 100 };
}

function print(what: string, { least, median, most }: Spread, digits: number, unit: string): void {
  const shown = [least, median, most].map((value) => value.toFixed(digits).padStart(8)).join("");
  console.log(`${what.padEnd(40)}${shown} ${unit}`);
}
