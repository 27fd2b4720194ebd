import { readdir, readFile } from "node:fs/promises";
import { readProtocolFile } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Gevallen, verzoekVan } from "../test/geval.ts";
import type { Beslissing } from "./beslissing.ts";
import { decide } from "./decide.ts";

const directory = new URL("../cases/", import.meta.url);
const bestanden = (await readdir(directory)).filter((bestand) => bestand.endsWith(".yaml")).sort();
const protocol = await readProtocolFile();

const perBestand = await Promise.all(
  bestanden.map(async (bestand) => ({
    bestand,
    gevallen: Gevallen.parse(parse(await readFile(new URL(bestand, directory), "utf8"))),
  })),
);

/** An answer in the words of a case. */
function inWoorden(beslissing: Beslissing) {
  const { uitkomst } = beslissing;
  return uitkomst === "toegestaan" ? { uitkomst, artikel: beslissing.artikel } : beslissing;
}

for (const { bestand, gevallen } of perBestand) {
  describe(bestand, () => {
    it.each(gevallen.map((geval) => [geval.beschrijving, geval] as const))("%s", (_beschrijving, geval) => {
      expect(protocol.gegevens).toContain(geval.vraag.gegeven);
      expect(inWoorden(decide(protocol, verzoekVan(geval)))).toEqual(geval.verwacht);
    });
  });
}

describe("the cases", () => {
  const alle = perBestand.flatMap(({ gevallen }) => gevallen);

  it("show of every partij and rol something that is shared and something that is not", () => {
    const shown = new Set(alle.map(({ wie, verwacht }) => `${wie.partij} ${wie.rol} ${verwacht.uitkomst}`));
    const expected = protocol.document.partijen.flatMap(({ id, rollen }) =>
      rollen.flatMap((rol) => [`${id} ${rol.id} toegestaan`, `${id} ${rol.id} geweigerd`]),
    );
    expect(expected.filter((one) => !shown.has(one))).toEqual([]);
  });

  it("each say something else", () => {
    const texts = alle.map(({ beschrijving }) => beschrijving);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
});
