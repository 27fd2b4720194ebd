import type { Contender } from "../contenders/contenders.ts";
import type { Questioner } from "./question.ts";
import { type Round, runRound } from "./run-round.ts";

/** How long is measured. */
export interface Duration {
  readonly rounds: number;
  readonly warmingUp: number;
  readonly milliseconds: number;
}

/** The rounds of each contender, in the order in which they were run. */
export type Rounds = readonly { readonly contender: Contender; readonly rounds: readonly Round[] }[];

/** Asks all contenders in turn, round by round, so that what else the machine does falls on all of them. */
export async function measureWork(
  questioners: readonly Questioner[],
  { rounds, warmingUp, milliseconds }: Duration,
): Promise<Rounds> {
  for (const questioner of questioners) await runRound(questioner, warmingUp);
  const measured = questioners.map(({ contender }) => ({ contender, rounds: [] as Round[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, questioner] of questioners.entries()) {
      measured[index]?.rounds.push(await runRound(questioner, milliseconds));
    }
  }
  return measured;
}
