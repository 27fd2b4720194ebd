import { DoelOnbekend, DoelVereist } from "@ketenhub/errors";

/** How a doel is written, in a header and in a token. */
export const doelPattern = /^[a-z][a-z0-9-]{0,59}$/;

/**
 * The one doel that a request names. None, or more than one, is refused: who could choose afterwards for which doel
 * something was read, could choose the widest.
 */
export function readDoel(header: string | string[] | undefined): string {
  const values = typeof header === "string" ? [header] : (header ?? []);
  const doel = values[0]?.trim();
  if (values.length !== 1 || !doel) throw new DoelVereist();
  // A comma is how HTTP writes a repeated header, and how Node joins one.
  if (/[\s,]/.test(doel)) throw new DoelVereist();
  if (!doelPattern.test(doel)) throw new DoelOnbekend();
  return doel;
}
