/** Pages of a list that is sorted by id: the first, and those that begin one, two, three … further, as long as they are full. */
export function pagesOf(ids: Iterable<string>, first: number): readonly object[] {
  const sorted = [...ids].sort();
  const starts = Math.min(most, sorted.length - first + 1);
  return Array.from({ length: Math.max(0, starts) }, (_, start) => ({
    first,
    after: start === 0 ? null : cursorOf(sorted[start - 1]),
  }));
}

// Private.
const most = 60;

function cursorOf(id: string | undefined): string {
  return Buffer.from(JSON.stringify([id])).toString("base64url");
}
