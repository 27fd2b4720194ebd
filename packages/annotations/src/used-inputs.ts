import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
} from "graphql";
import { tagsOf } from "./annotations.ts";
import { type GegevenVerwijzing, unique } from "./gegeven-verwijzing.ts";

/**
 * The gegevens of the inputs that a request really uses, at any depth: filtering or sorting on a gegeven needs the right to
 * read it, writing it needs the right to write it (attack cases G1, G2, L9, L10). An input given as null is used.
 */
export function usedInputs(
  declared: readonly (GraphQLArgument | GraphQLInputField)[],
  values: Readonly<Record<string, unknown>>,
): readonly GegevenVerwijzing[] {
  return unique(
    declared.flatMap((input) => {
      const value = Object.hasOwn(values, input.name) ? values[input.name] : undefined;
      return value === undefined ? [] : [...tagsOf(input), ...nested(input.type, value)];
    }),
  );
}

// Private.
function nested(type: GraphQLInputType, value: unknown): readonly GegevenVerwijzing[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [];
  const items = Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value];
  return items.flatMap((item) =>
    typeof item === "object" && item !== null
      ? usedInputs(Object.values(named.getFields()), { ...item })
      : [],
  );
}
