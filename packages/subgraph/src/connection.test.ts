import { describe, expect, it } from "vitest";
import { cursorOf, largestPage, readCursor, rowsToFetch, toConnection } from "./connection.ts";

const rows = (length: number) => Array.from({ length }, (_, index) => ({ id: `r${index}` }));
const page = (fetched: number, first: number, after?: string | null) =>
  toConnection(
    rows(fetched),
    { first, ...(after === undefined ? {} : { after }) },
    ({ id }) => [id],
    async () => 99,
  );

describe("how many rows to fetch", () => {
  it("is one more than asked, to know whether there is a next page", () => {
    expect(rowsToFetch({ first: 1 })).toBe(2);
    expect(rowsToFetch({ first: largestPage })).toBe(501);
  });

  it.each([0, -1, 501, 2 ** 31 - 1])("is not a page of %d", (first) => {
    expect(() => rowsToFetch({ first })).toThrow(
      `first: verwacht een getal van 1 tot en met 500, maar kreeg ${first}.`,
    );
  });
});

describe("a page", () => {
  it("holds no more than asked, and knows that there is more", () => {
    const { edges, pageInfo } = page(3, 2);
    expect(edges.map(({ node }) => node.id)).toEqual(["r0", "r1"]);
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor,
      endCursor: edges[1]?.cursor,
    });
  });

  it("is the last when there is no more", () => {
    expect(page(2, 2).pageInfo.hasNextPage).toBe(false);
  });

  it("without rows has no cursors", () => {
    expect(page(0, 2).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  it("has something before it when it begins after a cursor", () => {
    expect(page(1, 2, cursorOf(["r0"])).pageInfo.hasPreviousPage).toBe(true);
    expect(page(1, 2, null).pageInfo.hasPreviousPage).toBe(false);
  });

  it("is counted only when somebody asks", async () => {
    let counted = 0;
    const connection = toConnection(
      [],
      { first: 1 },
      () => [],
      async () => ++counted,
    );
    expect(counted).toBe(0);
    expect(await connection.totalCount()).toBe(1);
  });
});

describe("a cursor", () => {
  it("gives back the place that was put in it", () => {
    for (const place of [["a"], ["ë \n '\"--", null], ["", "x".repeat(500)]]) {
      expect(readCursor(cursorOf(place), place.length)).toEqual(place);
    }
  });

  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

  it.each([
    ["no cursor", "geen cursor"],
    ["empty", ""],
    ["of another list, with more keys", cursorOf(["a", "b"])],
    ["of another list, with fewer keys", cursorOf([])],
    ["a number", encoded([1])],
    ["an object", encoded([{ $gt: "" }])],
    ["a list in a list", encoded([["a"]])],
    ["no list", encoded({ 0: "a", length: 1 })],
    ["null", encoded(null)],
    ["a part with what PostgreSQL cannot keep", encoded(["a\0"])],
    ["a part that is too long", encoded(["x".repeat(501)])],
  ])("that was not given out is refused: %s", (_what, after) => {
    expect(() => readCursor(after, 1)).toThrow(
      `after: verwacht een cursor uit deze lijst, maar kreeg ${JSON.stringify(after).slice(0, 80)}`,
    );
  });
});
