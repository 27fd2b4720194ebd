import type { Actie, Afnemer } from "./beslissing.ts";
import { afspraakSleutel, type CompiledProtocol, openingVan } from "./compile.ts";
import type { Voorwaarde } from "./document.ts";

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
