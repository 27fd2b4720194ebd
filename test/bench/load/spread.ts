/** How far measurements lie apart. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** The least, the middle and the most of at least one measurement. */
export function spreadOf(measurements: readonly number[]): Spread {
  const sorted = measurements.toSorted((one, other) => one - other);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const half = (sorted.length - 1) / 2;
  return {
    least: at(0),
    median: (at(Math.floor(half)) + at(Math.ceil(half))) / 2,
    most: at(sorted.length - 1),
  };
}
