import { describe, expect, it } from "vitest";
import { gemaskeerd, inIederGeval, uitsplitsing } from "./telling.ts";

const cellen = (...aantallen: number[]) =>
  aantallen.map((aantal, index) => ({ categorie: `c${index}`, aantal }));
const shown = (...aantallen: number[]) =>
  uitsplitsing(cellen(...aantallen), 10).map(({ weergave }) => weergave);

describe("a masked count", () => {
  it("is a star from one up to the threshold, and itself otherwise", () => {
    const weergaven = [0, 1, 9, 10].map((aantal) => gemaskeerd({ categorie: "c", aantal }, 10).weergave);
    expect(weergaven).toEqual(["0", "*", "*", "10"]);
  });

  it("counts for one in a lower bound", () => {
    expect(inIederGeval(cellen(12, 3, 0, 9).map((cel) => gemaskeerd(cel, 10)))).toBe(14);
  });
});

describe("a breakdown with a known total", () => {
  it("shows everything when nothing is small", () => {
    expect(shown(10, 20, 0)).toEqual(["10", "20", "0"]);
  });

  it("hides a second cell when one alone could be worked out from the total", () => {
    expect(shown(3, 20, 30)).toEqual(["*", "*", "30"]);
  });

  it("hides a third cell when the hidden ones together would still be few", () => {
    expect(shown(1, 1, 20, 30)).toEqual(["*", "*", "*", "30"]);
  });

  it("hides no more than that", () => {
    expect(shown(4, 7, 20, 30)).toEqual(["*", "*", "20", "30"]);
  });
});
