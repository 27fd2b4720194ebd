import { describe, expect, it } from "vitest";
import { beginVan, dagVan, plusDagen } from "./dag.ts";

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
    [
      "a quarter of an hour before midnight, before all clocks were alike",
      "1890-01-31T23:30:00Z",
      "1890-01-31",
    ],
    ["just after that midnight, in the same hour of Greenwich", "1890-01-31T23:50:00Z", "1890-02-01"],
  ])("is right at %s", (_when, moment, dag) => {
    expect(dagVan(new Date(moment))).toBe(dag);
  });

  it("is none for what is no moment", () => {
    expect(() => dagVan(new Date("onleesbaar"))).toThrow(RangeError);
  });
});

describe("the beginning of a day in the Netherlands", () => {
  it.each([
    ["in winter", "2026-02-01", "2026-01-31T23:00:00.000Z"],
    ["in summer", "2026-08-01", "2026-07-31T22:00:00.000Z"],
    ["the day on which summer time begins", "2026-03-29", "2026-03-28T23:00:00.000Z"],
    ["the day after", "2026-03-30", "2026-03-29T22:00:00.000Z"],
    ["the day on which winter time begins", "2026-10-25", "2026-10-24T22:00:00.000Z"],
    ["the day after that", "2026-10-26", "2026-10-25T23:00:00.000Z"],
    ["New Year", "2027-01-01", "2026-12-31T23:00:00.000Z"],
  ])("is %s", (_when, dag, begin) => {
    expect(beginVan(dag).toISOString()).toBe(begin);
    expect(dagVan(new Date(beginVan(dag).getTime() - 1))).not.toBe(dag);
  });
});

describe("so many days later", () => {
  it("is a day of the calendar, whatever the clock does that night", () => {
    expect(plusDagen("2026-03-28", 1)).toBe("2026-03-29");
    expect(plusDagen("2026-03-29", 1)).toBe("2026-03-30");
    expect(plusDagen("2026-12-31", 14)).toBe("2027-01-14");
    expect(plusDagen("2028-02-28", 1)).toBe("2028-02-29");
  });

  it("is never after the last day that can be written, and nothing else for what is no day", () => {
    expect(plusDagen("9999-12-31", 1)).toBe("9999-12-31");
    expect(plusDagen("onleesbaar", 1)).toBe("onleesbaar");
  });
});
