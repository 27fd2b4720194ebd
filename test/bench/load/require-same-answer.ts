import { isDeepStrictEqual } from "node:util";
import type { Questioner } from "./question.ts";

/** Throws unless all answer the first questions of a work alike: who withholds something, or finds other people, does other work. */
export async function requireSameAnswer(questioners: readonly Questioner[]): Promise<void> {
  const compared = questioners[0]?.work.compared ?? 0;
  for (let question = 0; question < compared; question += 1) {
    const answers: unknown[] = [];
    for (const questioner of questioners) {
      const { data } = JSON.parse(await questioner.ask(0));
      requireMeant(questioner, data);
      answers.push(data);
      if (!isDeepStrictEqual(data, answers[0])) throw differs(questioner, answers[0], data);
    }
  }
}

// Private.
function requireMeant({ contender, work }: Questioner, data: unknown): void {
  try {
    work.check(data);
  } catch (error) {
    throw new Error(`${contender} does not answer ${work.naam} as meant: ${String(error)}`);
  }
}

function differs({ contender, work }: Questioner, expected: unknown, got: unknown): Error {
  const path = firstDifference(expected, got);
  return new Error(
    `${contender} gives another answer to ${work.naam} than the hub, at ${path.at}: expected ${path.expected}, but got ${path.got}.`,
  );
}

function firstDifference(
  expected: unknown,
  got: unknown,
  at = "data",
): { at: string; expected: string; got: string } {
  if (typeof expected === "object" && expected && typeof got === "object" && got) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      const [one, other] = [expected, got].map((value) => (value as Record<string, unknown>)[key]);
      if (!isDeepStrictEqual(one, other)) return firstDifference(one, other, `${at}.${key}`);
    }
  }
  return { at, expected: JSON.stringify(expected), got: JSON.stringify(got) };
}
