import type { Voorwaarde } from "./document.ts";
import { delenVan, schrijfwijze } from "./voorwaarden-in-woorden.ts";

/** Conditions that must hold at the same time. */
export type Alternatief = readonly Voorwaarde[];

/**
 * The alternatives that let somebody in whom none of the others lets in. No condition can be made true by another one being
 * false, so an alternative is covered exactly when another one asks nothing that it does not ask as well.
 */
export function nietGedekt(
  alternatieven: readonly Alternatief[],
  andere: readonly Alternatief[],
): readonly Alternatief[] {
  return alternatieven.filter((een) => !andere.some((ander) => isStrenger(een, ander)));
}

/** The same without the alternatives that add nothing, each in the order of the alphabet. */
export function zonderOverbodige(alternatieven: readonly Alternatief[]): readonly Alternatief[] {
  const geordend = alternatieven.map((een) => ordenend(een));
  return geordend.filter(
    (een, index) =>
      !geordend.some(
        (ander, plaats) =>
          plaats !== index && isStrenger(een, ander) && (!isStrenger(ander, een) || plaats < index),
      ),
  );
}

// Private.
function isStrenger(een: Alternatief, dan: Alternatief): boolean {
  return dan.every((gevraagd) => een.some((voorwaarde) => impliceert(voorwaarde, gevraagd)));
}

/** A task on one leefgebied is a task; the other way around it need not be. */
function impliceert(voorwaarde: Voorwaarde, gevraagd: Voorwaarde): boolean {
  const [naam, onderwerp] = delenVan(voorwaarde);
  const [gevraagdeNaam, gevraagdOnderwerp] = delenVan(gevraagd);
  return naam === gevraagdeNaam && (gevraagdOnderwerp === undefined || onderwerp === gevraagdOnderwerp);
}

function ordenend(alternatief: Alternatief): Alternatief {
  return [...alternatief].sort((een, ander) => (schrijfwijze(een) < schrijfwijze(ander) ? -1 : 1));
}
