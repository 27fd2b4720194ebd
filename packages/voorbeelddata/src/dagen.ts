/** A day, counted in whole days since 1970-01-01, so that dates can be reckoned with. */
export type Dag = number;

const MILLISECONDS_PER_DAY = 86_400_000;
/** Days from 1870 on are kept as text, at their distance from the first of them. */
const FIRST_KEPT = -36_525;
const kept: string[] = [];

/** The day of a date JJJJ-MM-DD; throws on anything else. */
export function dag(text: string): Dag {
  const day = Date.parse(`${text}T00:00:00Z`) / MILLISECONDS_PER_DAY;
  if (!Number.isInteger(day) || datum(day) !== text) {
    throw new RangeError(`Expected an existing day as JJJJ-MM-DD, but got ${JSON.stringify(text)}.`);
  }
  return day;
}

/** The date JJJJ-MM-DD of a day. */
export function datum(day: Dag): string {
  const index = day - FIRST_KEPT;
  const known = kept[index];
  if (known !== undefined) return known;
  const text = new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
  kept[index] = text;
  return text;
}

/** The same day of the month, so many months later; the last day of that month when it is shorter. */
export function plusMaanden(day: Dag, maanden: number): Dag {
  const from = new Date(day * MILLISECONDS_PER_DAY);
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + maanden;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(from.getUTCDate(), lastOfMonth)) / MILLISECONDS_PER_DAY;
}

/** The calendar year of a day. */
export function jaar(day: Dag): number {
  return Number(datum(day).slice(0, 4));
}

/** How old someone born on `geboortedatum` is on `day`. */
export function leeftijd(geboortedatum: Dag, day: Dag): number {
  const before = datum(day).slice(5) < datum(geboortedatum).slice(5) ? 1 : 0;
  return jaar(day) - jaar(geboortedatum) - before;
}
