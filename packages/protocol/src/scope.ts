import type { Actie, Afnemer } from "./beslissing.ts";
import { afspraakSleutel, type CompiledOpening, type CompiledProtocol, openingVan } from "./compile.ts";
import type { Voorwaarde } from "./document.ts";
import { naamVan } from "./voorwaarden/index.ts";

/**
 * For whom a caller may read or write something, as alternatives of conditions that must all hold: a list turns them into SQL,
 * before counting and paging. No alternatives means: for nobody.
 */
export function scopeOf(
  protocol: CompiledProtocol,
  afnemer: Afnemer,
  doel: string,
  actie: Actie,
  gegeven: string,
): readonly (readonly Voorwaarde[])[] {
  return (
    openingVan(protocol, afnemer, doel, actie, gegeven)?.artikelen.map(({ voorwaarden }) => voorwaarden) ?? []
  );
}

/**
 * The names of the conditions that are weighed for a caller and a doel, whatever gegeven is asked: no decision looks at a fact that
 * none of them is about, so such a fact need not be loaded.
 */
export function gewogenVoorwaarden(
  protocol: CompiledProtocol,
  afnemer: Pick<Afnemer, "partij" | "rol">,
  doel: string,
): ReadonlySet<string> {
  return protocol.gewogen.get(afspraakSleutel(afnemer.partij, afnemer.rol, doel)) ?? new Set();
}

/**
 * The names of the conditions on which a decision of one bronhouder about a caller and a doel can depend: those of the articles that
 * open what it holds, and those by which a person may be known, for even a reason depends on these. None when nothing of it is open.
 */
export function gewogenBij(
  protocol: CompiledProtocol,
  { partij, rol }: Pick<Afnemer, "partij" | "rol">,
  doel: string,
  bronhouder: string,
): ReadonlySet<string> {
  const profiel = protocol.openingen.get(partij)?.get(rol)?.get(doel);
  if (!profiel) return new Set();
  const held = protocol.document.gegevens.filter((gegeven) => gegeven.bronhouder === bronhouder);
  const opened = held.flatMap(({ id }) =>
    namesOf(profiel.lezen.get(id)).concat(namesOf(profiel.schrijven.get(id))),
  );
  if (opened.length === 0) return new Set();
  return new Set([...opened, ...namesOf(profiel.lezen.get("nieuwkomer"))]);
}

// Private.
function namesOf(opening: CompiledOpening | undefined): readonly string[] {
  return opening?.artikelen.flatMap(({ voorwaarden }) => voorwaarden.map(naamVan)) ?? [];
}
