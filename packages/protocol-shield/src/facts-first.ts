import {
  type GraphQLField,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isUnionType,
} from "graphql";
import type { Beslisser } from "./beslisser.ts";
import { persoonOf } from "./persoon-of.ts";

/** Whether a field gives several objects. */
export function givesObjects({ type }: Pick<GraphQLField<unknown, unknown>, "type">): boolean {
  const named = getNamedType(type);
  return isListType(getNullableType(type)) && (isObjectType(named) || isUnionType(named));
}

/**
 * A list of objects or of edges, at once or when the facts are there about every person in it: else each of their fields would
 * begin by waiting for them. When they cannot be loaded the list is given all the same, and each field hears why not.
 */
export function withFacts(value: unknown, beslisser: Beslisser): unknown {
  if (value instanceof Promise) return value.then((list) => withFacts(list, beslisser));
  if (!Array.isArray(value)) return value;
  const loading = beslisser.leerKennen(value.map(persoonIn).filter((id) => id !== undefined));
  return loading ? loading.then(() => value) : value;
}

// Private.
function persoonIn(item: unknown): string | undefined {
  if (typeof item === "object" && item !== null && "node" in item) return persoonOf(item.node);
  return persoonOf(item);
}
