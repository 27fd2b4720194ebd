import { describe, expect, it } from "vitest";
import { afnemer, artikel, protocolVan } from "../test/verzoek.ts";
import { gewogenBij, gewogenVoorwaarden, scopeOf } from "./scope.ts";

const agreed = () =>
  protocolVan(
    artikel("1", { voorwaarden: ["eigen-gemeente", "betrokken"] }),
    artikel("2", { voorwaarden: ["eigen-register", { lopend: "ontzorgen" }] }),
    artikel("3", { schrijven: ["contact"], lezen: [], voorwaarden: [{ "eigen-taak": "werk" }] }),
    artikel("4", { doelen: ["bijstand"], voorwaarden: ["toestemming"] }),
  );

describe("for whom a list may hold something", () => {
  it("is the conditions of each article that opens it", () => {
    const protocol = agreed();
    expect(scopeOf(protocol, afnemer, "reintegratie", "lezen", "contact")).toEqual([
      ["betrokken", "eigen-gemeente"],
      ["eigen-register", { lopend: "ontzorgen" }],
    ]);
    expect(scopeOf(protocol, afnemer, "reintegratie", "schrijven", "contact")).toEqual([
      [{ "eigen-taak": "werk" }],
    ]);
  });

  it("is nobody without an article", () => {
    const protocol = agreed();
    expect(scopeOf(protocol, afnemer, "bijstand", "schrijven", "contact")).toEqual([]);
    expect(scopeOf(protocol, { ...afnemer, rol: "docent" }, "reintegratie", "lezen", "contact")).toEqual([]);
    expect(scopeOf(protocol, afnemer, "reintegratie", "lezen", "bsn")).toEqual([]);
  });
});

describe("what is weighed for a caller and a doel", () => {
  it("is every condition of the articles for that rol and doel, whatever they open", () => {
    const protocol = agreed();
    expect([...gewogenVoorwaarden(protocol, afnemer, "reintegratie")].sort()).toEqual([
      "betrokken",
      "eigen-gemeente",
      "eigen-register",
      "eigen-taak",
      "lopend",
    ]);
    expect([...gewogenVoorwaarden(protocol, afnemer, "bijstand")]).toEqual(["toestemming"]);
  });

  it("is nothing for who has no article", () => {
    const protocol = agreed();
    for (const other of [{ partij: "roc" }, { rol: "docent" }]) {
      expect(gewogenVoorwaarden(protocol, { ...afnemer, ...other }, "reintegratie").size).toBe(0);
    }
  });
});

describe("what a bronhouder weighs of a caller and a doel", () => {
  const gedeeld = protocolVan(
    artikel("1", { voorwaarden: ["eigen-gemeente"] }),
    artikel("2", { schrijven: ["bsn"], lezen: [], voorwaarden: [{ "eigen-taak": "werk" }] }),
    artikel("3", { lezen: ["nieuwkomer"], voorwaarden: ["betrokken"] }),
    artikel("4", { doelen: ["bijstand"], voorwaarden: ["toestemming"] }),
  );
  const bij = (bronhouder: string, doel = "reintegratie", wie = afnemer) =>
    [...gewogenBij(gedeeld, wie, doel, bronhouder)].sort();

  it("is the conditions of what it holds itself, read and written, and those by which a person may be known", () => {
    expect(bij("wpda")).toEqual(["betrokken", "eigen-gemeente", "eigen-taak"]);
    expect(bij("wpda", "bijstand")).toEqual(["toestemming"]);
  });

  it("is nothing when nothing that it holds is open", () => {
    expect(bij("roc")).toEqual([]);
    expect(bij("wpda", "onbekend")).toEqual([]);
    expect(bij("wpda", "reintegratie", { ...afnemer, rol: "docent" })).toEqual([]);
    expect(bij("wpda", "reintegratie", { ...afnemer, partij: "roc" })).toEqual([]);
  });
});
