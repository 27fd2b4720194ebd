import { Bedrijfsregel, OngeldigeInvoer } from "@ketenhub/errors";
import type { Context } from "../gemeente.ts";

/** For which gegevens the protocol asks consent, by partij: what no article asks it for can neither be opened by it. */
function gevraagdBy({ protocol }: Context): ReadonlyMap<string, readonly string[]> {
  const byPartij = new Map<string, string[]>();
  for (const { partij, lezen, schrijven, voorwaarden } of protocol.document.artikelen) {
    if (!voorwaarden.includes("toestemming")) continue;
    const gegevens = [...(byPartij.get(partij) ?? []), ...(lezen ?? []), ...(schrijven ?? [])];
    byPartij.set(partij, [...new Set(gegevens)]);
  }
  return byPartij;
}

/** Throws unless the protocol asks consent for this gegeven from this partij, naming what it does ask consent for. */
export function requireGevraagd(
  { partij, gegeven }: { readonly partij: string; readonly gegeven: string },
  context: Context,
): void {
  const { document, versie } = context.protocol;
  if (!document.partijen.some(({ id }) => id === partij))
    throw new OngeldigeInvoer("input.partij", "een partij uit het protocol", partij);
  if (!document.gegevens.some(({ id }) => id === gegeven))
    throw new OngeldigeInvoer("input.gegeven", "een gegeven uit het protocol", gegeven);

  const gevraagd = gevraagdBy(context);
  if (gevraagd.get(partij)?.includes(gegeven)) return;
  const toegestaan = [...gevraagd].map(([wie, wat]) => `${wie} (${wat.join(", ")})`).join(", ");
  throw new Bedrijfsregel(
    `Het protocol vraagt voor ${partij} en ${gegeven} geen toestemming`,
    `gegevensuitwisselingsprotocol ${versie}; AVG, artikel 6 lid 1 onder a`,
    toegestaan ? `toestemming aan ${toegestaan}` : "geen enkele toestemming",
  );
}
