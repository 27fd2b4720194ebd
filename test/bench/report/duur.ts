import type { Held } from "../contenders/start-contender.ts";
import { spreadOf } from "../load/spread.ts";
import { machine } from "./document.ts";
import { figure, table } from "./table.ts";

/** What the hub held on to while it was asked for a long time. */
export interface Duur {
  readonly vandaag: string;
  readonly database: string;
  readonly minuten: number;
  /** How many questions it answered. */
  readonly asked: number;
  /** After each round of all kinds of questions, in order. */
  readonly held: readonly Held[];
}

/** How many times as much it may hold in the last third of the time as in the second. */
const most = 1.05;

/** Whether the memory stays as it is. The first third is not looked at: plans, texts and connections are made then. */
export function isFlat(duur: Duur): boolean {
  return growth(duur) <= most;
}

/** The part of the report about a long time. */
export function duurText(duur: Duur): string {
  const rows = thirds(duur).map((held, index) => [
    ["eerste derde", "tweede derde", "laatste derde"][index] ?? "",
    megabytes(held.map(({ used }) => used)),
    megabytes(held.map(({ resident }) => resident)),
  ]);
  return `Gemaakt door \`npm run bench -- --duur ${duur.minuten}\`, op ${duur.vandaag}: ${machine(duur.database)}

De hub beantwoordde in ${duur.minuten} minuten ${duur.asked.toLocaleString("nl-NL")} vragen en opdrachten van elke soort hierboven. Na elke ronde is gekeken wat hij
vasthoudt als alles is opgeruimd. Het middelste van het laatste derde is ${figure(growth(duur))} keer dat van het tweede; doel: ten hoogste ${figure(most)}.
Gehaald: ${isFlat(duur) ? "ja" : "nee"}.

${table(["", "in gebruik, MB", "van de machine, MB"], rows)}
`;
}

// Private.
function growth(duur: Duur): number {
  const [, second = [], last = []] = thirds(duur).map((held) => held.map(({ used }) => used));
  return spreadOf(last).median / spreadOf(second).median;
}

function thirds({ held }: Duur): readonly (readonly Held[])[] {
  const size = Math.floor(held.length / 3);
  return [held.slice(0, size), held.slice(size, 2 * size), held.slice(2 * size)];
}

function megabytes(bytes: readonly number[]): string {
  const { least, median, most } = spreadOf(bytes.map((one) => one / 2 ** 20));
  return [least, median, most].map(figure).join(" · ");
}
