import { GraphQLError, type GraphQLOutputType, isListType, isNonNullType } from "graphql";
import type { AskedField, AskedFields } from "./examine-operation.ts";

type Path = readonly (string | number)[];

/** An answer in the shape that was asked. */
interface Restored {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLError[];
}

/**
 * Puts into an answer what was left out before planning: `null` with one error at each concrete place where a refused field would
 * have stood, and what the gateway answers itself. A non-null place that gets `null` empties what it stands in, as GraphQL says
 * (specification, section 6.4.4).
 */
export function restoreShape(
  asked: AskedFields,
  answer: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, unknown>>,
): Restored {
  const errors: GraphQLError[] = [];
  const data = restoreObject(asked, { ...answer, ...own }, [], errors, own);
  return { data, errors };
}

/** The error of a refused field, at its place. */
export function refusalAt({ refusal, node }: AskedField, path: Path): GraphQLError {
  if (!refusal) throw new Error(`${node.name.value} was not refused.`);
  return new GraphQLError(refusal.message, { path, extensions: { ...refusal.extensions } });
}

// Private: nothing for an object that has to be emptied.
function restoreObject(
  { fields }: AskedFields,
  answer: Readonly<Record<string, unknown>>,
  path: Path,
  errors: GraphQLError[],
  own: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> | null {
  const restored: Record<string, unknown> = Object.create(null);
  let isEmptied = false;
  for (const [key, field] of fields) {
    const place = [...path, key];
    if (field.refusal) errors.push(refusalAt(field, place));
    const given = Object.hasOwn(answer, key) ? answer[key] : undefined;
    const value = field.refusal
      ? null
      : Object.hasOwn(own, key)
        ? given
        : restoreValue(field, field.type, given, place, errors);
    if (value === null && field.type && isNonNullType(field.type)) isEmptied = true;
    restored[key] = value;
  }
  return isEmptied ? null : restored;
}

function restoreValue(
  field: AskedField,
  type: GraphQLOutputType | undefined,
  value: unknown,
  path: Path,
  errors: GraphQLError[],
): unknown {
  if (value === undefined || value === null) return null;
  if (!field.within?.hasOwnWork || !type) return value;
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (!isListType(nullable))
    return restoreObject(field.within, value as Record<string, unknown>, path, errors);
  const items = (value as readonly unknown[]).map((item, index) =>
    restoreValue(field, nullable.ofType, item, [...path, index], errors),
  );
  return isNonNullType(nullable.ofType) && items.includes(null) ? null : items;
}
