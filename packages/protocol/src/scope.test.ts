import { describe, expect, it } from "vitest";
import { afnemer, artikel, protocolVan } from "../test/verzoek.ts";
import { scopeOf } from "./scope.ts";

const protocol = protocolVan(
  artikel("1", { voorwaarden: ["eigen-gemeente", "betrokken"] }),
  artikel("2", { voorwaarden: ["eigen-register"] }),
  artikel("3", { schrijven: ["contact"], lezen: [], voorwaarden: ["eigen-taak"] }),
);

describe("for whom a list may hold something", () => {
  it("is the conditions of each article that opens it", () => {
    expect(scopeOf(protocol, afnemer, "reintegratie", "lezen", "contact")).toEqual([
      ["betrokken", "eigen-gemeente"],
      ["eigen-register"],
    ]);
    expect(scopeOf(protocol, afnemer, "reintegratie", "schrijven", "contact")).toEqual([["eigen-taak"]]);
  });

  it("is nobody without an article", () => {
    expect(scopeOf(protocol, afnemer, "bijstand", "lezen", "contact")).toEqual([]);
    expect(scopeOf(protocol, { ...afnemer, rol: "docent" }, "reintegratie", "lezen", "contact")).toEqual([]);
    expect(scopeOf(protocol, afnemer, "reintegratie", "lezen", "bsn")).toEqual([]);
  });
});
