import type { Context } from "../vluchtelingenwerk.ts";
import type { Begeleiding } from "./begeleiding.ts";

/** The begeleiding of a nieuwkomer that began last; one that is still to begin does not count. */
export async function latestBegeleidingOf(
  nieuwkomerId: string,
  { loaders, dag }: Context,
): Promise<Begeleiding | undefined> {
  const latestFirst = await loaders.begeleidingen.load(nieuwkomerId);
  return latestFirst.find(({ startdatum }) => startdatum <= dag);
}
