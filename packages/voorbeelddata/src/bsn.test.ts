import { describe, expect, it } from "vitest";
import { isElfproef, testBsn } from "./bsn.ts";

describe("testBsn", () => {
  const all = Array.from({ length: 10_001 }, (_, nummer) => testBsn(nummer)).filter((bsn) => bsn !== null);

  it("gives numbers of nine digits from the range for tests", () => {
    expect(all.every((bsn) => /^9999\d{5}$/.test(bsn))).toBe(true);
  });

  it("gives only numbers that pass the elfproef", () => {
    expect(all.filter((bsn) => !isElfproef(bsn))).toEqual([]);
  });

  it("gives each number once, about nine thousand in all, and null after that", () => {
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(9_000);
    expect(testBsn(all.length)).toBeNull();
  });
});

describe("isElfproef", () => {
  it("accepts the example number of the NL GOV profile for CloudEvents", () => {
    expect(isElfproef("999990342")).toBe(true);
  });

  it("refuses a number in which two digits changed places, and anything that is not nine digits", () => {
    expect(isElfproef("999990432")).toBe(false);
    expect(isElfproef("99999034")).toBe(false);
  });
});
