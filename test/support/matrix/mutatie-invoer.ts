import { type GraphQLInputField, getNamedType, isEnumType } from "graphql";
import { protocol } from "./agreed.ts";
import type { Variant } from "./mutatie-varianten.ts";
import { idVan, type PersoonMetRijen } from "./persoon.ts";
import { dagVanaf } from "./sjablonen.ts";

/**
 * The input of an order about a person. Its key is empty, so that whoever may give it hears that it is not a good one, and nothing is
 * carried out.
 */
export function invoerVan(
  { invoer }: Pick<Variant, "invoer">,
  persoon: PersoonMetRijen,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(invoer.map((veld) => [veld.name, waardeVan(veld, persoon)]));
}

// Private: the row of this person that is named, or anything of the right form.
function waardeVan({ name, type }: GraphQLInputField, persoon: PersoonMetRijen): unknown {
  if (name === "idempotentieSleutel") return "";
  if (name === "nieuwkomerId") return persoon.id;
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (named.name !== "ID") return vasteWaarden[named.name];
  const rijen = persoon.rijen[name.replace(/Id$/, "")];
  const eigen = rijen?.find(({ partij }) => partij === persoon.profiel.partij) ?? rijen?.[0];
  return eigen?.["id"] ?? idVan("geen rij", name, protocol.versie);
}

const vasteWaarden: Readonly<Record<string, unknown>> = {
  Int: 1,
  Boolean: true,
  String: "x",
  Date: dagVanaf(0),
  Partij: "niemand",
  Doelcode: "niets",
  Gegevencode: "niets",
};
