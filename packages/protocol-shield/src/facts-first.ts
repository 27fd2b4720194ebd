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
  if (value.some((item) => item instanceof Promise)) {
    return settled(value).then((list) => knowing(list, beslisser));
  }
  return knowing(value, beslisser);
}

// Private.
function knowing(list: readonly unknown[], beslisser: Beslisser): unknown {
  const loading = beslisser.leerKennen(list.map(persoonIn).filter((id) => id !== undefined));
  return loading ? loading.then(() => list) : list;
}

function persoonIn(item: unknown): string | undefined {
  if (typeof item === "object" && item !== null && "node" in item) return persoonOf(item.node);
  return persoonOf(item);
}

/** A list of what is promised, when all of it is there; what was broken stays a promise, for its own place in the answer. */
async function settled(promised: readonly unknown[]): Promise<readonly unknown[]> {
  const results = await Promise.allSettled(promised);
  return results.map((result, index) => (result.status === "fulfilled" ? result.value : promised[index]));
}
