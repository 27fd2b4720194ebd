import type { Duration } from "../load/measure-work.ts";
import { percentile, type Round } from "../load/run-round.ts";
import { spreadOf } from "../load/spread.ts";
import { machine } from "./document.ts";
import { ratio } from "./figures.ts";
import { figure, spread, table } from "./table.ts";

/** What was measured of the hub in a small world and in a large one. */
export interface Groei {
  readonly vandaag: string;
  readonly database: string;
  readonly duration: Duration;
  readonly werelden: readonly [number, number];
  /** By the name of the work, the rounds in each world. */
  readonly works: ReadonlyMap<string, readonly (readonly Round[])[]>;
}

/** How many times as long 95 percent of the answers may take in the large world. */
const most = 1.3;

/** The part of the report about growth. */
export function groeiText({ vandaag, database, duration, werelden, works }: Groei): string {
  const [few, many] = werelden.map((nieuwkomers) => nieuwkomers.toLocaleString("nl-NL"));
  const rows = [...works].map(([work, [small = [], large = []]]) => {
    const p95 = ratio(large, small, (round) => percentile([round], 95));
    return [
      work,
      figure(percentile(small, 95)),
      figure(percentile(large, 95)),
      spread(p95),
      spread(spreadOf(large.map(({ perSecond }) => perSecond))),
      p95.median <= most ? "ja" : "nee",
    ];
  });
  return `Gemaakt door \`npm run bench -- --groei\`, op ${vandaag}: ${machine(database)}

De hub op een wereld van ${few} en op een van ${many} nieuwkomers, om en om: ${duration.rounds} rondes van ${(duration.milliseconds / 1000).toLocaleString("nl-NL")} seconde. Gevraagd worden dezelfde
dossiers, en in dezelfde gemeente de bladzijden met de mensen van de kleine wereld. Doel: p95 ten hoogste ${figure(most)} keer zo lang.

${table(
  ["", `p95 ms, ${few}`, `p95 ms, ${many}`, "verhouding", "antwoorden per seconde in de grote", "gehaald"],
  rows,
)}
`;
}
