import { describe, expect, it } from "vitest";
import { dagVan } from "./dag.ts";

describe("the day in the Netherlands", () => {
  it.each([
    ["a minute before midnight in winter", "2026-01-31T22:59:00Z", "2026-01-31"],
    ["midnight in winter", "2026-01-31T23:00:00Z", "2026-02-01"],
    ["a minute after midnight in winter", "2026-01-31T23:01:00Z", "2026-02-01"],
    ["a minute before midnight in summer", "2026-07-31T21:59:00Z", "2026-07-31"],
    ["midnight in summer", "2026-07-31T22:00:00Z", "2026-08-01"],
    ["a minute after midnight in summer", "2026-07-31T22:01:00Z", "2026-08-01"],
    ["the last night of winter time", "2026-03-28T22:59:59Z", "2026-03-28"],
    ["the first night of summer time", "2026-03-29T21:59:59Z", "2026-03-29"],
    ["a leap day", "2028-02-29T12:00:00Z", "2028-02-29"],
    ["New Year", "2026-12-31T23:00:00Z", "2027-01-01"],
  ])("is right at %s", (_when, moment, dag) => {
    expect(dagVan(new Date(moment))).toBe(dag);
  });
});
