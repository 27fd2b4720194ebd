import { describe, expect, it } from "vitest";
import { artikel, protocolVan } from "../test/verzoek.ts";
import { afspraakSleutel, profielSleutel } from "./compile.ts";

/** An article that does not even name what can be read. */
function artikelZonder(actie: "lezen") {
  const { [actie]: _, ...zonder } = artikel("1");
  return zonder;
}

describe("a compiled protocol", () => {
  const compiled = () =>
    protocolVan(artikel("1", { rollen: ["werkcoach", "docent"], doelen: ["reintegratie", "bijstand"] }));

  it("knows the partij of an OIN, and of no other number", () => {
    expect(compiled().partijByOin.get("1".repeat(20))?.id).toBe("wpda");
    expect(compiled().partijByOin.get("3".repeat(20))).toBeUndefined();
  });

  it("knows every doel that was agreed for a partij and rol, and no other", () => {
    expect(compiled().afspraken.has(afspraakSleutel("wpda", "docent", "bijstand"))).toBe(true);
    expect(compiled().afspraken.has(afspraakSleutel("roc", "docent", "bijstand"))).toBe(false);
    expect(compiled().afspraken.size).toBe(4);
  });

  it("opens what its articles name, and nothing else", () => {
    const protocol = protocolVan(artikel("1"), artikel("2", { lezen: [], schrijven: ["bsn"] }));
    const sleutel = (actie: "lezen" | "schrijven", gegeven: string) =>
      profielSleutel("wpda", "werkcoach", "reintegratie", actie, gegeven);
    expect([...protocol.artikelen.keys()]).toEqual([
      sleutel("lezen", "contact"),
      sleutel("schrijven", "bsn"),
    ]);
    expect([...protocolVan(artikelZonder("lezen")).artikelen.keys()]).toEqual([]);
  });

  it("knows every gegeven of the document, also one that no article opens", () => {
    expect([...compiled().gegevens]).toEqual(["contact", "bsn"]);
  });

  it("carries the version of its document", () => {
    expect(compiled().versie).toBe("1.0.0");
  });

  it("knows for how many days a ketenrelatie still counts, only for a doel that has a naloop", () => {
    expect([...compiled().naloop]).toEqual([["bijstand", 14]]);
  });
});
