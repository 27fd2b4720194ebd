import { describe, expect, it } from "vitest";
import { dag, datum, leeftijd, plusMaanden } from "./dagen.ts";

describe("dag", () => {
  it("is undone by datum", () => {
    expect(datum(dag("2024-02-29") + 1)).toBe("2024-03-01");
  });

  it("refuses a day that does not exist, and says what came", () => {
    expect(() => dag("2023-02-29")).toThrow('"2023-02-29"');
    expect(() => dag("vandaag")).toThrow('"vandaag"');
  });
});

describe("plusMaanden", () => {
  it("keeps the day of the month, or takes the last one", () => {
    expect(datum(plusMaanden(dag("2022-01-15"), 36))).toBe("2025-01-15");
    expect(datum(plusMaanden(dag("2024-08-31"), 6))).toBe("2025-02-28");
    expect(datum(plusMaanden(dag("2024-03-31"), -1))).toBe("2024-02-29");
  });
});

describe("leeftijd", () => {
  it("goes up on the birthday", () => {
    expect(leeftijd(dag("2000-11-05"), dag("2019-11-04"))).toBe(18);
    expect(leeftijd(dag("2000-11-05"), dag("2019-11-05"))).toBe(19);
  });
});
