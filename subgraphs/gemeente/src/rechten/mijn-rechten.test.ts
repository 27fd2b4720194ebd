import { readProtocolFile } from "@ketenhub/protocol-file";
import type { Vraag } from "@ketenhub/subgraph";
import { describe, expect, it } from "vitest";
import { mijnRechten } from "./mijn-rechten.ts";

const protocol = await readProtocolFile();

function rechtenVan(partij: string, rol: string, doel: string) {
  const afnemer = { partij, rol, medewerkerId: "an", gemeenten: ["GM1680"] };
  return mijnRechten({ protocol, caller: { afnemer, doel } } as unknown as Vraag);
}

describe("mijnRechten", () => {
  it("puts every gegeven under open or under closed, in the order of the protocol", () => {
    const { open, gesloten, ...kop } = rechtenVan("wpda", "werkcoach", "reintegratie");
    const { versie, geldigVanaf, gegevens } = protocol.document;
    expect(kop).toEqual({
      partij: "wpda",
      rol: "werkcoach",
      doel: "reintegratie",
      protocolversie: versie,
      geldigVanaf,
    });
    const ids = gegevens.map(({ id }) => id);
    expect(ids.filter((id) => open.some(({ gegeven }) => gegeven === id))).toEqual(
      open.map(({ gegeven }) => gegeven),
    );
    expect([...open, ...gesloten].map(({ gegeven }) => gegeven).sort()).toEqual(ids.sort());
  });

  it("counts as open what may only be written", () => {
    const { open } = rechtenVan("coa", "casemanager", "overdracht");
    const adres = open.find(({ gegeven }) => gegeven === "adres");
    expect(adres).toMatchObject({
      lezen: { mag: false, artikelen: [] },
      schrijven: { mag: true, artikelen: [{ artikel: "6.1" }] },
    });
  });

  it("says each condition in words, and never the name that a program gives it", () => {
    const { open } = rechtenVan("wpda", "werkcoach", "reintegratie");
    const woorden = open.flatMap(({ lezen }) => lezen.artikelen.flatMap(({ voorwaarden }) => voorwaarden));
    expect(woorden.length).toBeGreaterThan(20);
    for (const tekst of woorden) expect(tekst.split(" ").length).toBeGreaterThan(3);
  });

  it("says of a gegeven whether it is bijzonder", () => {
    const { open, gesloten } = rechtenVan("wpda", "werkcoach", "reintegratie");
    expect(open.find(({ gegeven }) => gegeven === "belastbaarheid")?.bijzonder).toBe(true);
    expect(gesloten.find(({ gegeven }) => gegeven === "bsn")?.bijzonder).toBe(false);
  });
});
