import { buildSchema, findBreakingChanges } from "graphql";
import { announcements, names } from "./announcements.ts";

/** A change of the API that breaks somebody's query, and that the changelog does not name. */
export interface UnannouncedBreak {
  /** What breaks, as `Type`, `Type.field`, `Type.field(argument:)` or `Enum.VALUE`. */
  readonly coordinate: string;
  readonly description: string;
}

/**
 * What breaks between the released API and the current one, as far as the changelog has no line under Unreleased that starts with
 * `- **Breaking**` and names it.
 */
export function unannouncedBreaks(
  released: string,
  current: string,
  changelog: string,
): readonly UnannouncedBreak[] {
  const announced = announcements(changelog, "Breaking");
  return findBreakingChanges(buildSchema(released), buildSchema(current))
    .map(({ description }) => ({ coordinate: coordinateOf(description), description }))
    .filter(({ coordinate }) => !announced.some((line) => names(line, coordinate)));
}

// Private.
/** graphql-js says only in words what a change is about. */
const wordings: readonly (readonly [pattern: RegExp, coordinate: string])[] = [
  [/^(\w+) was removed from (?:enum|union) type (\w+)\./, "$2.$1"],
  [/^A required field (\w+) on input type (\w+) was added\./, "$2.$1"],
  [/^A required arg (\w+) on (\w+\.\w+) was added\./, "$2($1:)"],
  [/^(\w+\.\w+) arg (\w+) (?:was removed|has changed type)/, "$1($2:)"],
  [/^(\w+\.\w+) (?:was removed|changed type)/, "$1"],
  [/^(\w+) (?:was removed|changed from)/, "$1"],
];

function coordinateOf(description: string): string {
  const wording = wordings.find(([pattern]) => pattern.test(description));
  const match = wording?.[0].exec(description)?.[0];
  return wording && match ? match.replace(...wording) : description;
}
