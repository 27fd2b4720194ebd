import type { Actie } from "./beslissing.ts";
import type { Artikel, ProtocolDocument } from "./document.ts";
import { type Opening, openingenVan } from "./openingen.ts";

/** Who asks and what for, as far as the protocol itself tells people apart: nobody in particular. */
export interface Profiel {
  readonly partij: string;
  readonly rol: string;
  readonly doel: string;
}

/** What a profiel may do with one gegeven. */
export interface Recht {
  /** The articles that open it, each when all its conditions hold; none means closed. */
  readonly artikelen: readonly Artikel[];
  /** The other doelen for which the same rol may. */
  readonly andereDoelen: readonly string[];
}

/** What a profiel may do with a gegeven, by actie. */
export interface RechtOpGegeven extends Readonly<Record<Actie, Recht>> {
  readonly gegeven: ProtocolDocument["gegevens"][number];
}

/**
 * What a profiel may do, for every gegeven in the order of the protocol: what can be said without knowing about whom. It is about
 * the agreement, so it tells nothing of any person.
 */
export function rechtenVan(document: ProtocolDocument, profiel: Profiel): readonly RechtOpGegeven[] {
  const artikelen = document.artikelen.filter(({ partij }) => partij === profiel.partij);
  const openingen = openingenVan({ ...document, artikelen }).filter(({ rol }) => rol === profiel.rol);
  return document.gegevens.map((gegeven) => {
    const recht = (actie: Actie) =>
      rechtUit(
        openingen.filter((opening) => opening.actie === actie && opening.gegeven === gegeven.id),
        profiel.doel,
      );
    return { gegeven, lezen: recht("lezen"), schrijven: recht("schrijven") };
  });
}

// Private.
function rechtUit(openingen: readonly Opening[], doel: string): Recht {
  return {
    artikelen: openingen.find((opening) => opening.doel === doel)?.artikelen ?? [],
    andereDoelen: openingen.map((opening) => opening.doel).filter((ander) => ander !== doel),
  };
}
