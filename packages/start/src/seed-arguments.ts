import { parseArgs } from "node:util";

const largest = 1_000_000;

/** How many people `npm run seed` is asked to make. Throws when that is not a number that it can make. */
export function readNieuwkomers(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { nieuwkomers: { type: "string" } } });
  const nieuwkomers = Number(values.nieuwkomers);
  if (!Number.isInteger(nieuwkomers) || nieuwkomers < 1 || nieuwkomers > largest) {
    const got = values.nieuwkomers ?? "nothing";
    throw new Error(`--nieuwkomers: expected a whole number from 1 to ${largest}, but got ${got}.`);
  }
  return nieuwkomers;
}
