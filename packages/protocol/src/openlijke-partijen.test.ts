import { describe, expect, it } from "vitest";
import { artikel, protocolVan } from "../test/verzoek.ts";
import { openlijkePartijen } from "./openlijke-partijen.ts";

const { document } = protocolVan(
  artikel("1", { partij: "wpda", doelen: ["bijstand"] }),
  artikel("2", { partij: "wpda", doelen: ["bijstand", "reintegratie"] }),
  artikel("3", { partij: "roc", doelen: ["bijstand"] }),
  artikel("4", { partij: "roc", doelen: ["reintegratie"], voorwaarden: ["geaggregeerd"] }),
);
const doelen = document.doelen.map((doel) => ({ ...doel, gevoelig: doel.id === "bijstand" }));

describe("a partij that takes part openly", () => {
  it("has an article for a doel that reveals nothing by itself", () => {
    expect([...openlijkePartijen({ document: { ...document, doelen } })]).toEqual(["wpda"]);
  });

  it("is not one of which the protocol says nothing", () => {
    const silent = { ...document, doelen, artikelen: document.artikelen.slice(2) };
    expect([...openlijkePartijen({ document: silent })]).toEqual([]);
  });

  it("is any partij with an article when no doel is sensitive", () => {
    expect([...openlijkePartijen({ document })]).toEqual(["wpda", "roc"]);
  });
});
