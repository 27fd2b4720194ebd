import { announcements, names } from "./announcements.ts";

/** What each field, argument and input field requires, by its coordinate: `lezen:uitkering`. */
export type GegevensByCoordinate = Readonly<Record<string, readonly string[]>>;

/** A part of the API that can be reached with less than before. */
export interface WeakenedPart {
  readonly coordinate: string;
  /** What it no longer requires. */
  readonly lost: readonly string[];
}

/**
 * What requires less than in the released API, as far as the changelog has no line under Unreleased that starts with
 * `- **Gegeven**` and names it. What is gone is no weakening; that it is gone is a break.
 */
export function unannouncedWeakenings(
  released: GegevensByCoordinate,
  current: GegevensByCoordinate,
  changelog: string,
): readonly WeakenedPart[] {
  const announced = announcements(changelog, "Gegeven");
  return Object.entries(released)
    .map(([coordinate, required]) => {
      const now = Object.hasOwn(current, coordinate) ? current[coordinate] : required;
      return { coordinate, lost: required.filter((gegeven) => !now?.includes(gegeven)) };
    })
    .filter(({ lost }) => lost.length > 0)
    .filter(({ coordinate }) => !announced.some((line) => names(line, coordinate)));
}
