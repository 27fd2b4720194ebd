import { describe, expect, it } from "vitest";
import { lengteVan } from "./duur.ts";

describe("the length of a duration", () => {
  it("grows with its years, its months and its days, however they are written", () => {
    const oplopend = [
      "P0D",
      "P1D",
      "P9D",
      "P30D",
      "P1M",
      "P1M1D",
      "P11M30D",
      "P1Y",
      "P1Y1M1D",
      "P5Y",
      "P10Y",
    ];
    expect(oplopend.toSorted((een, ander) => lengteVan(een) - lengteVan(ander))).toEqual(oplopend);
    expect(new Set(oplopend.map(lengteVan)).size).toBe(oplopend.length);
    expect(lengteVan("P12M")).toBe(lengteVan("P1Y"));
    expect(lengteVan("P31D")).toBe(lengteVan("P1M"));
    expect(lengteVan("P1Y2M3D")).toBe(lengteVan("P1Y") + lengteVan("P2M") + lengteVan("P3D"));
  });

  it("is nothing for what is no duration", () => {
    for (const text of ["", "P", "5Y", "P5", "xP5Y", "P5Yx", "P5D5Y", "5 jaar"])
      expect(lengteVan(text)).toBe(0);
  });
});
