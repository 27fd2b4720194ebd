import { describe, expect, it } from "vitest";
import { leefgebieden, voorwaardeNamen } from "./document.ts";
import { uitlegVan, uitlegVoorwaarden } from "./uitleg-voorwaarden.ts";

const zonderNaloop = {};
const metNaloop = { naloop: "P14D" };

describe("a condition as the nieuwkomer reads it", () => {
  it("is another sentence for each condition, and one of those that are checked on their language", () => {
    const alle = [
      ...voorwaardeNamen,
      { lopend: "ontzorgen" } as const,
      ...leefgebieden.map((leefgebied) => ({ "eigen-taak": leefgebied })),
    ].map((voorwaarde) => uitlegVan(voorwaarde, zonderNaloop));
    expect(new Set(alle).size).toBe(alle.length);
    expect(uitlegVoorwaarden).toEqual(expect.arrayContaining(alle));
    for (const zin of uitlegVoorwaarden) expect(zin).toMatch(/^[A-Z].*\.$/);
  });

  it("says when somebody may look a little longer, and only of being involved", () => {
    expect(uitlegVan("betrokken", metNaloop)).toBe(
      "Zolang deze organisatie u hiermee helpt, en nog kort daarna.",
    );
    expect(uitlegVan("betrokken", zonderNaloop)).toBe("Zolang deze organisatie u hiermee helpt.");
    expect(uitlegVan("toestemming", metNaloop)).toBe("Zolang u het goed vindt. U mag altijd nee zeggen.");
    expect(uitlegVoorwaarden).toContain(uitlegVan("betrokken", metNaloop));
  });

  it("says what a task is about in words that everybody knows", () => {
    expect(uitlegVan({ "eigen-taak": "financien" }, zonderNaloop)).toBe(
      "Zolang deze organisatie een taak heeft in uw plan die gaat over geld.",
    );
  });
});
