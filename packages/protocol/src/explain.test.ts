import { describe, expect, it } from "vitest";
import { artikel, protocolVan } from "../test/verzoek.ts";
import { explain } from "./explain.ts";

const { document } = protocolVan(
  artikel("1.1", { lezen: ["contact"], voorwaarden: ["betrokken", { "eigen-taak": "werk" }] }),
  artikel("1.2", { lezen: ["contact"], schrijven: ["contact"], voorwaarden: ["eigen-register"] }),
  artikel("1.3", { rollen: ["docent"], doelen: ["bijstand"], lezen: ["bsn"] }),
  artikel("1.4", { rollen: ["docent"], lezen: ["bsn"] }),
  artikel("2.1", { partij: "roc", lezen: ["bsn"] }),
  artikel("2.2", { doelen: ["bijstand"], schrijven: ["bsn"], lezen: ["bsn"] }),
);
const lezen = (gegeven: string) => ({ actie: "lezen", gegeven }) as const;
const vraag = (...gegevens: readonly string[]) =>
  explain(document, {
    partij: "wpda",
    rol: "werkcoach",
    doel: "reintegratie",
    gevraagd: gegevens.map(lezen),
  });

describe("what is open", () => {
  it("names every article that opens it, with its text, its grounds and its conditions in words", () => {
    const { open, gegevens } = vraag("contact");
    expect(open).toBe(true);
    expect(
      gegevens[0]?.artikelen.map(({ artikel: { id, tekst, grondslag } }) => [id, tekst, grondslag]),
    ).toEqual([
      ["1.1", "Een artikel.", ["Wet artikel 1.1"]],
      ["1.2", "Een artikel.", ["Wet artikel 1.2"]],
    ]);
    expect(gegevens[0]?.artikelen[0]?.voorwaarden).toEqual([
      { voorwaarde: "betrokken", woorden: expect.stringContaining("ketenrelatie") },
      { voorwaarde: "eigen-taak: werk", woorden: expect.stringContaining("leefgebied werk") },
    ]);
  });

  it("is told apart from what is open to write", () => {
    const schrijven = explain(document, {
      partij: "wpda",
      rol: "werkcoach",
      doel: "reintegratie",
      gevraagd: [{ actie: "schrijven", gegeven: "contact" }],
    });
    expect(schrijven.gegevens[0]?.artikelen.map(({ artikel: { id } }) => id)).toEqual(["1.2"]);
  });
});

describe("what is closed", () => {
  it("names for whom it is open, the nearest first: the same rol, the same partij, the others", () => {
    const { open, gegevens } = vraag("bsn");
    expect(open).toBe(false);
    expect(gegevens[0]?.artikelen).toEqual([]);
    expect(gegevens[0]?.elders).toEqual([
      { partij: "wpda", rol: "werkcoach", doelen: ["bijstand"], artikelen: ["2.2"] },
      { partij: "wpda", rol: "docent", doelen: ["bijstand", "reintegratie"], artikelen: ["1.3", "1.4"] },
      { partij: "roc", rol: "werkcoach", doelen: ["reintegratie"], artikelen: ["2.1"] },
    ]);
  });

  it("closes everything that needs it as well", () => {
    expect(vraag("contact", "bsn").open).toBe(false);
  });

  it("says when the doel itself is not agreed", () => {
    const about = (rol: string, doel: string) =>
      explain(document, { partij: "roc", rol, doel, gevraagd: [lezen("bsn")] }).doelAfgesproken;
    expect([
      about("werkcoach", "reintegratie"),
      about("werkcoach", "bijstand"),
      about("docent", "reintegratie"),
    ]).toEqual([true, false, false]);
  });

  it("is nothing that the protocol does not have", () => {
    expect(() => vraag("inkomen")).toThrow("Het protocol heeft geen gegeven inkomen.");
  });
});
