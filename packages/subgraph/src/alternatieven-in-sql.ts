/**
 * Alternatives of conditions that must all hold, as one condition in SQL. An alternative with a condition that cannot be said here
 * lets nobody in, and one that asks all that another asks adds nobody: both are left out, as over an OR the planner uses no index.
 */
export function alternativesInSql(alternatives: readonly (readonly (string | undefined)[])[]): string {
  const sayable = alternatives.filter(isSayable).map((conditions) => [...new Set(conditions)]);
  const needed = sayable.filter(
    (one, index) =>
      !sayable.some(
        (other, place) =>
          place !== index && asksAllOf(one, other) && (!asksAllOf(other, one) || place < index),
      ),
  );
  if (needed.length === 0) return "FALSE";
  const [only, ...more] = needed.map((conditions) => `(${conditions.join(" AND ")})`);
  return only !== undefined && more.length === 0 ? only : `(${[only, ...more].join(" OR ")})`;
}

// Private: what asks nothing is a mistake in the protocol, and lets nobody in.
function isSayable(conditions: readonly (string | undefined)[]): conditions is readonly string[] {
  return conditions.length > 0 && !conditions.includes(undefined);
}

function asksAllOf(one: readonly string[], other: readonly string[]): boolean {
  return other.every((condition) => one.includes(condition));
}
