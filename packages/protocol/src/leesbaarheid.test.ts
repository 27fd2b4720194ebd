import { describe, expect, it } from "vitest";
import { artikel, protocolVan } from "../test/verzoek.ts";
import type { ProtocolDocument } from "./document.ts";
import { leesbaarheidFouten } from "./leesbaarheid.ts";

const { document } = protocolVan(artikel("1.1"), artikel("10.1a"));
const fouten = (change: Partial<ProtocolDocument>) =>
  leesbaarheidFouten({ ...document, ...change }).map(({ pad, melding }) => `${pad.join(".")}: ${melding}`);

describe("what a reader would be misled by", () => {
  it("is nothing in a document without chapters", () => {
    expect(fouten({})).toEqual([]);
  });

  it("is an article that stands in no chapter", () => {
    expect(fouten({ hoofdstukken: [{ nummer: "1", titel: "Een" }] })).toEqual([
      "artikelen.1.id: er is geen hoofdstuk 10; verwacht een van: 1, of een nieuw onder hoofdstukken",
    ]);
    const andere = ["2", "10"].map((nummer) => ({ nummer, titel: nummer }));
    expect(fouten({ hoofdstukken: andere })).toEqual([
      "artikelen.0.id: er is geen hoofdstuk 1; verwacht een van: 2, 10, of een nieuw onder hoofdstukken",
    ]);
    expect(fouten({ hoofdstukken: ["1", "10"].map((nummer) => ({ nummer, titel: nummer })) })).toEqual([]);
  });

  it("is something said to be closed that an article opens, or that does not exist", () => {
    expect(
      fouten({
        bewustDicht: [{ tekst: "Niet.", gegevens: ["bsn", "contact", "inkomen"] }, { tekst: "Nooit." }],
      }),
    ).toEqual([
      "bewustDicht.0.gegevens.1: artikel 1.1 opent contact; verwacht hier alleen wat niemand mag",
      "bewustDicht.0.gegevens.2: inkomen is geen gegeven in dit protocol",
    ]);
  });

  it("is something said to be closed that can only be written, or only be read", () => {
    const { lezen: _, ...schrijvend } = artikel("1.1", { schrijven: ["bsn"] });
    const bewustDicht = [{ tekst: "Niet.", gegevens: ["bsn", "contact"] }];
    expect(fouten({ bewustDicht, artikelen: [schrijvend, artikel("1.2")] })).toEqual([
      "bewustDicht.0.gegevens.0: artikel 1.1 opent bsn; verwacht hier alleen wat niemand mag",
      "bewustDicht.0.gegevens.1: artikel 1.2 opent contact; verwacht hier alleen wat niemand mag",
    ]);
  });
});
