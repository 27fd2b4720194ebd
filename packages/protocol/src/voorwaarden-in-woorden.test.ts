import { readProtocolFile } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";
import { leefgebieden, type Voorwaarde, voorwaardeNamen } from "./document.ts";
import { delenVan, inWoorden, schrijfwijze, voorwaardenInWoorden } from "./voorwaarden-in-woorden.ts";

const alle: readonly Voorwaarde[] = [
  ...voorwaardeNamen,
  { lopend: "ontzorgen" },
  ...leefgebieden.map((leefgebied) => ({ "eigen-taak": leefgebied })),
];

describe("a condition in words", () => {
  it("is a part of a sentence, and another one for each condition", () => {
    const zinnen = alle.map(inWoorden);
    expect(new Set(zinnen).size).toBe(alle.length);
    for (const zin of zinnen) expect(zin).toMatch(/^[a-z].*[a-z)]$/);
  });

  it("names what it is about, with its accents", () => {
    expect(inWoorden({ lopend: "ontzorgen" })).toContain("ontzorgen");
    expect(inWoorden({ "eigen-taak": "financien" })).toContain("op het leefgebied financiën");
    expect(inWoorden("eigen-taak")).not.toContain("leefgebied");
  });

  it("is written as in an article", () => {
    expect(alle.map(schrijfwijze)).toEqual([
      ...voorwaardeNamen,
      "lopend: ontzorgen",
      ...leefgebieden.map((leefgebied) => `eigen-taak: ${leefgebied}`),
    ]);
  });

  it("exists for every condition of the agreed protocol", async () => {
    const { document } = await readProtocolFile();
    const namen = voorwaardenInWoorden.map(({ naam }) => naam);
    for (const { voorwaarden } of document.artikelen)
      for (const voorwaarde of voorwaarden) expect(namen).toContain(delenVan(voorwaarde)[0]);
  });

  it("is refused of something that is no condition", () => {
    expect(() => inWoorden({} as Voorwaarde)).toThrow(TypeError);
  });
});
