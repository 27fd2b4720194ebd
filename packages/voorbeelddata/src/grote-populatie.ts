import type { Dag } from "./dagen.ts";
import type { Gemeentecode } from "./gemeenten.ts";
import { writeNieuwewetters } from "./nieuwewetters.ts";
import { createRegister, type Voorbeeldbevolking } from "./tabellen/register.ts";
import { checkVandaag } from "./voorbeeldbevolking.ts";

/** The example population has the numbers below this one, so that the two can stand in one database. */
const FIRST_VOLGNUMMER = 1_000;
/** Few enough to be forgotten before the garbage collector takes them for long-lived: twice as fast as a thousand. */
const BATCH = 200;

/** How a batch is divided; in multiples of four, so that no gezin falls between two gemeenten. */
const verdeling: readonly (readonly [Gemeentecode, number])[] = [
  ["GM0106", 88],
  ["GM1680", 60],
  ["GM1730", 52],
];

/** How many people, and how many others came before them. */
export interface GrotePopulatieKeuze {
  readonly vandaag: string;
  readonly nieuwkomers: number;
  /** Of how many people an earlier call already told: a next call with the sum continues where it stopped. */
  readonly vanaf?: number;
}

/**
 * A population of any size under the law of 2021, in batches of at most 200 people, for load tests.
 * Only one batch is in memory at a time. Nobody in it has anything from before 2022, so the figures of the
 * notitie stay as they are. A batch stands on its own: no row points to another batch.
 */
export function* maakGrotePopulatie(
  keuze: GrotePopulatieKeuze,
): Generator<Voorbeeldbevolking, void, undefined> {
  const vandaag = checkVandaag(keuze.vandaag);
  const vanaf = checkAantal("vanaf", keuze.vanaf ?? 0);
  const einde = vanaf + checkAantal("nieuwkomers", keuze.nieuwkomers);
  for (let eerste = vanaf; eerste < einde; eerste += BATCH) {
    yield makeBatch(FIRST_VOLGNUMMER + eerste, Math.min(BATCH, einde - eerste), vandaag);
  }
}

// Private: the first so many go to the first gemeente, and so on.
function makeBatch(eerste: number, aantal: number, vandaag: Dag): Voorbeeldbevolking {
  const register = createRegister();
  let done = 0;
  for (const [gemeente, deel] of verdeling) {
    const hier = Math.min(deel, aantal - done);
    writeNieuwewetters(register, { gemeente, eerste: eerste + done, aantal: hier, vandaag });
    done += hier;
  }
  return register;
}

// Private.
function checkAantal(naam: string, aantal: number): number {
  if (Number.isSafeInteger(aantal) && aantal >= 0) return aantal;
  throw new RangeError(`Expected ${naam} to be a whole number of people, 0 or more, but got ${aantal}.`);
}
