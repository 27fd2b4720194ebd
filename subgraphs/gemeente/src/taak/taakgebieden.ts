import type { Context } from "../gemeente.ts";

type Artikel = Context["protocol"]["document"]["artikelen"][number];

/** Whose text only who may read `eigen-taken-zorg` can be given. */
const zorg = "ZORG";

/** Whether the protocol lets this partij do a task on this leefgebied: report on it, and read what it is. */
export function magTaakDoen(
  { protocol }: Pick<Context, "protocol">,
  partij: string,
  leefgebied: string,
): boolean {
  const artikelen = protocol.document.artikelen.filter(
    (artikel) => artikel.partij === partij && geldtOp(artikel, leefgebied),
  );
  return (
    artikelen.some(({ schrijven }) => schrijven?.includes("taken")) &&
    (leefgebied !== zorg || artikelen.some(({ lezen }) => lezen?.includes("eigen-taken-zorg")))
  );
}

/** The partijen that the protocol lets do a task on this leefgebied. */
export function partijenVoorTaak(context: Pick<Context, "protocol">, leefgebied: string): readonly string[] {
  return context.protocol.document.partijen
    .map(({ id }) => id)
    .filter((partij) => magTaakDoen(context, partij, leefgebied));
}

// Private: an article that asks for a task on another leefgebied says nothing of this one.
function geldtOp({ voorwaarden }: Artikel, leefgebied: string): boolean {
  return voorwaarden.every(
    (voorwaarde) =>
      typeof voorwaarde === "string" ||
      !("eigen-taak" in voorwaarde) ||
      voorwaarde["eigen-taak"] === leefgebied.toLowerCase(),
  );
}
