import { OngeldigeInvoer } from "@ketenhub/errors";

/** The arguments of a list (Relay Cursor Connections). */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

/** A page of a list. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Counted only when somebody asks. */
  readonly totalCount: () => Promise<number>;
}

/** A page is at most this long: a caller who wants more turns the page. */
export const largestPage = 500;

/** How many rows to fetch for a page: one more than asked, to know whether there is a next page. */
export function rowsToFetch({ first }: PageArguments): number {
  if (first < 1 || first > largestPage) {
    throw new OngeldigeInvoer("first", `een getal van 1 tot en met ${largestPage}`, first);
  }
  return first + 1;
}

/** Writes the place of a row in its list: what the list is sorted on, and the id. The caller may read both, else it is not sorted so. */
export function cursorOf(place: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** Reads a cursor that this list gave out: as many texts as the list has sort keys. */
export function readCursor(after: string, length: number): readonly (string | null)[] {
  const place = parse(after);
  const valid =
    Array.isArray(place) &&
    place.length === length &&
    place.every(
      (part) => part === null || (typeof part === "string" && part.length <= 500 && !part.includes("\0")),
    );
  if (!valid) throw new OngeldigeInvoer("after", "een cursor uit deze lijst", after);
  return place;
}

/** Makes a page of the rows that were fetched with `rowsToFetch`. */
export function toConnection<T>(
  rows: readonly T[],
  { first, after }: PageArguments,
  placeOf: (row: T) => readonly (string | null)[],
  totalCount: () => Promise<number>,
): Connection<T> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(placeOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== undefined && after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

// Private.
function parse(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
