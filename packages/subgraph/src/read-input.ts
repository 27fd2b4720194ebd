import { OngeldigeInvoer } from "@ketenhub/errors";
import type { z } from "zod";

/** Input that the schema of GraphQL cannot judge (lengths, ranges, relations), checked; throws naming the first field that is wrong. */
export function readInput<T>(schema: z.ZodType<T>, input: unknown): T {
  refuseUnkept(input, ["input"]);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String) ?? [];
  throw new OngeldigeInvoer(
    ["input", ...path].join("."),
    issue?.message ?? "geldige invoer",
    valueAt(input, path),
  );
}

// Private: PostgreSQL has no way to keep a NUL, nor half of a character.
function refuseUnkept(value: unknown, path: readonly string[]): void {
  if (typeof value === "string" && value.includes("\0")) {
    throw new OngeldigeInvoer(path.join("."), "tekst zonder NUL-teken", "tekst met een NUL-teken");
  }
  if (typeof value === "string" && /\p{Surrogate}/u.test(value)) {
    throw new OngeldigeInvoer(path.join("."), "tekst van hele tekens", "tekst met een half teken");
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) refuseUnkept(item, [...path, key]);
}

function valueAt(input: unknown, path: readonly string[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
