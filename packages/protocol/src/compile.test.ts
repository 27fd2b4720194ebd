import { describe, expect, it } from "vitest";
import { artikel, protocolVan } from "../test/verzoek.ts";
import { afspraakSleutel } from "./compile.ts";

describe("a compiled protocol", () => {
  const protocol = protocolVan(
    artikel("1", { rollen: ["werkcoach", "docent"], doelen: ["reintegratie", "bijstand"] }),
  );

  it("knows the partij of an OIN, and of no other number", () => {
    expect(protocol.partijByOin.get("1".repeat(20))?.id).toBe("wpda");
    expect(protocol.partijByOin.get("3".repeat(20))).toBeUndefined();
  });

  it("knows every doel that was agreed for a partij and rol, and no other", () => {
    expect(protocol.afspraken.has(afspraakSleutel("wpda", "docent", "bijstand"))).toBe(true);
    expect(protocol.afspraken.has(afspraakSleutel("roc", "docent", "bijstand"))).toBe(false);
    expect(protocol.afspraken.size).toBe(4);
  });

  it("knows every gegeven of the document, also one that no article opens", () => {
    expect([...protocol.gegevens]).toEqual(["contact", "bsn"]);
  });

  it("carries the version of its document", () => {
    expect(protocol.versie).toBe("1.0.0");
  });
});
