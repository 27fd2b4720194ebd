import { describe, expect, it } from "vitest";
import { artikel, protocolVan } from "../test/verzoek.ts";
import type { Actie } from "./beslissing.ts";
import { afspraakSleutel, type CompiledProtocol, openingVan } from "./compile.ts";

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
    const opened = ({ openingen }: CompiledProtocol) =>
      [...openingen].flatMap(([partij, byRol]) =>
        [...byRol].flatMap(([rol, byDoel]) =>
          [...byDoel].flatMap(([doel, { lezen, schrijven }]) =>
            [...lezen.keys(), ...schrijven.keys()].map((gegeven) => [partij, rol, doel, gegeven].join(" ")),
          ),
        ),
      );
    expect(opened(protocol)).toEqual([
      "wpda werkcoach reintegratie contact",
      "wpda werkcoach reintegratie bsn",
    ]);
    expect(opened(protocolVan(artikelZonder("lezen")))).toEqual([]);

    const wie = { partij: "wpda", rol: "werkcoach" };
    const open = (actie: Actie, gegeven: string, change = {}) =>
      openingVan(protocol, { ...wie, ...change }, "reintegratie", actie, gegeven) !== undefined;
    expect(open("lezen", "contact")).toBe(true);
    expect(open("schrijven", "bsn")).toBe(true);
    expect(open("schrijven", "contact")).toBe(false);
    expect(open("lezen", "bsn")).toBe(false);
    expect(open("lezen", "contact", { rol: "docent" })).toBe(false);
    expect(open("lezen", "contact", { partij: "roc" })).toBe(false);
    for (const name of ["__proto__", "constructor", "toString", ""]) {
      expect(open("lezen", name)).toBe(false);
      expect(open("lezen", "contact", { rol: name })).toBe(false);
    }
  });

  it("knows which conditions are weighed for a partij, rol and doel, and no other", () => {
    const { gewogen } = protocolVan(
      artikel("1", { voorwaarden: ["eigen-gemeente", "betrokken"] }),
      artikel("2", { voorwaarden: ["betrokken", { lopend: "ontzorgen" }] }),
      artikel("3", { voorwaarden: ["toestemming"], rollen: ["docent"] }),
    );
    expect([...(gewogen.get("wpda|werkcoach|reintegratie") ?? [])].sort()).toEqual([
      "betrokken",
      "eigen-gemeente",
      "lopend",
    ]);
    expect([...(gewogen.get("wpda|docent|reintegratie") ?? [])]).toEqual(["toestemming"]);
    expect(gewogen.size).toBe(2);
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
