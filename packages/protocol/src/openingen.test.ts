import { describe, expect, it } from "vitest";
import { artikel, protocolVan } from "../test/verzoek.ts";
import { openingenVan } from "./openingen.ts";

describe("what articles open", () => {
  it("is each gegeven for each rol and doel, once, with every article that does", () => {
    const { lezen: _, ...schrijvend } = artikel("1.2", { schrijven: ["contact"], doelen: ["bijstand"] });
    const { document } = protocolVan(
      artikel("1.1", { lezen: ["contact", "bsn"], rollen: ["werkcoach", "docent"] }),
      schrijvend,
      artikel("1.3"),
    );
    const openingen = openingenVan(document).map(({ partij, rol, doel, actie, gegeven, artikelen }) =>
      [partij, rol, doel, actie, gegeven, ...artikelen.map(({ id }) => id)].join(" "),
    );
    expect(openingen).toEqual([
      "wpda werkcoach reintegratie lezen contact 1.1 1.3",
      "wpda werkcoach reintegratie lezen bsn 1.1",
      "wpda docent reintegratie lezen contact 1.1",
      "wpda docent reintegratie lezen bsn 1.1",
      "wpda werkcoach bijstand schrijven contact 1.2",
    ]);
  });

  it("is nothing when there are none", () => {
    expect(openingenVan(protocolVan().document)).toEqual([]);
  });
});
