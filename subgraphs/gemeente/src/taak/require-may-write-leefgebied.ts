import type { Context } from "../gemeente.ts";

/**
 * Throws the refusal of the protocol when the caller may not write on this leefgebied of the person's PIP: a task on it is a part
 * of what is agreed there, and on zorg its text is a special category.
 */
export async function requireMayWriteLeefgebied(
  leefgebied: string,
  nieuwkomerId: string,
  { beslisser }: Context,
): Promise<void> {
  const gegeven = `leefgebied-${leefgebied.toLowerCase()}`;
  const weigering = await beslisser.verantwoord([{ actie: "schrijven", gegeven }], nieuwkomerId);
  if (weigering) throw weigering;
}
