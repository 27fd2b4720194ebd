import { describe, expect, it } from "vitest";
import { aanwezigheidspercentage } from "./lesuren.ts";

const percentage = (gevolgdeUren: number, geoorloofdVerzuimUren: number, ongeoorloofdVerzuimUren: number) =>
  aanwezigheidspercentage({
    gevolgdeUren,
    geoorloofdVerzuimUren,
    ongeoorloofdVerzuimUren,
    laatsteLes: "2026-03-01",
  });

describe("the aanwezigheidspercentage", () => {
  it("counts both kinds of verzuim as hours that were missed", () => {
    expect(percentage(6, 3, 3)).toBe(50);
  });

  it("is rounded to whole percents", () => {
    expect(percentage(2, 1, 0)).toBe(67);
    expect(percentage(1, 2, 0)).toBe(33);
  });

  it("is a hundred when nothing was missed and zero when everything was", () => {
    expect(percentage(4, 0, 0)).toBe(100);
    expect(percentage(0, 0, 4)).toBe(0);
  });

  it("does not exist as long as there were no lessons", () => {
    expect(percentage(0, 0, 0)).toBeNull();
  });
});
