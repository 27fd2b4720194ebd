import { type Alternatief, nietGedekt, zonderOverbodige } from "./alternatieven.ts";
import type { ProtocolDocument } from "./document.ts";
import { type Opening, openingenVan, sleutelVan } from "./openingen.ts";

/** That something opens or closes for a rol of a partij, wholly or under other conditions than before. */
export interface Verschuiving extends Omit<Opening, "artikelen"> {
  /** When it was open: any of these. None means that it was closed. */
  readonly eerst: readonly Alternatief[];
  /** When it is open now. None means that it is closed. */
  readonly nu: readonly Alternatief[];
  /** Under what it opens that it did not before. */
  readonly erbij: readonly Alternatief[];
  /** Under what it was open and no longer is. */
  readonly eraf: readonly Alternatief[];
}

/** For whom what opens and closes between two documents, in the order of the newer one. */
export function verschuivingenVan(oud: ProtocolDocument, nieuw: ProtocolDocument): readonly Verschuiving[] {
  const eerder = new Map(openingenVan(oud).map((opening) => [sleutelVan(opening), opening]));
  const later = new Map(openingenVan(nieuw).map((opening) => [sleutelVan(opening), opening]));
  const sleutels = [...new Set([...later.keys(), ...eerder.keys()])];
  return sleutels.flatMap((sleutel) => {
    const een = eerder.get(sleutel);
    const ander = later.get(sleutel);
    const wie = ander ?? een;
    const eerst = alternatievenVan(een);
    const nu = alternatievenVan(ander);
    const erbij = nietGedekt(nu, eerst);
    const eraf = nietGedekt(eerst, nu);
    if (!wie || (erbij.length === 0 && eraf.length === 0)) return [];
    const { artikelen: _, ...toegang } = wie;
    return [{ ...toegang, eerst, nu, erbij, eraf }];
  });
}

// Private.
function alternatievenVan(opening: Opening | undefined): readonly Alternatief[] {
  return zonderOverbodige((opening?.artikelen ?? []).map(({ voorwaarden }) => voorwaarden));
}
