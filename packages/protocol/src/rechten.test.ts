import { readProtocolFile } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";
import { artikel, protocolVan } from "../test/verzoek.ts";
import { decide } from "./decide.ts";
import type { Artikel } from "./document.ts";
import { rechtenVan } from "./rechten.ts";

const werkcoach = { partij: "wpda", rol: "werkcoach", doel: "reintegratie" };

/** What is said about the gegeven `contact`. */
function opContact(artikelen: readonly Artikel[], profiel = werkcoach) {
  const recht = rechtenVan(protocolVan(...artikelen).document, profiel).find(
    ({ gegeven }) => gegeven.id === "contact",
  );
  return {
    lezen: { ...recht?.lezen, artikelen: recht?.lezen.artikelen.map(({ id }) => id) },
    schrijven: { ...recht?.schrijven, artikelen: recht?.schrijven.artikelen.map(({ id }) => id) },
  };
}

const dicht = { artikelen: [], andereDoelen: [] };

describe("what a profiel may", () => {
  it("is said of every gegeven, in the order of the protocol, also when it is nothing", () => {
    const rechten = rechtenVan(protocolVan(artikel("1")).document, werkcoach);
    expect(rechten.map(({ gegeven }) => gegeven.id)).toEqual(["contact", "bsn"]);
    expect(rechten[1]).toMatchObject({ lezen: dicht, schrijven: dicht });
  });

  it("names every article that opens it, for reading and for writing apart", () => {
    const artikelen = [
      artikel("1"),
      artikel("2", { schrijven: ["contact"] }),
      artikel("3", { lezen: ["bsn"] }),
    ];
    expect(opContact(artikelen)).toEqual({
      lezen: { artikelen: ["1", "2"], andereDoelen: [] },
      schrijven: { artikelen: ["2"], andereDoelen: [] },
    });
  });

  it("names the other doelen of the same rol, and of no other rol or partij", () => {
    const artikelen = [
      artikel("1", { doelen: ["bijstand"] }),
      artikel("2", { doelen: ["bijstand", "reintegratie"], rollen: ["docent"] }),
      artikel("3", { partij: "roc" }),
    ];
    expect(opContact(artikelen)).toEqual({
      lezen: { artikelen: [], andereDoelen: ["bijstand"] },
      schrijven: dicht,
    });
  });
});

describe("what a profiel may by the agreed protocol", async () => {
  const protocol = await readProtocolFile();
  const { partijen, doelen } = protocol.document;
  const profielen = partijen.flatMap((partij) =>
    partij.rollen.flatMap((rol) => doelen.map((doel) => ({ partij: partij.id, rol: rol.id, doel: doel.id }))),
  );

  it("is what decide says when it does not know about whom", () => {
    const moment = new Date("2026-11-10T11:00:00Z");
    const differences = profielen.flatMap(({ partij, rol, doel }) =>
      rechtenVan(protocol.document, { partij, rol, doel }).flatMap(({ gegeven, ...recht }) =>
        (["lezen", "schrijven"] as const).filter((actie) => {
          const afnemer = { partij, rol, medewerkerId: "an", gemeenten: [] };
          const beslissing = decide(protocol, { afnemer, doel, actie, gegeven: gegeven.id, moment });
          return (beslissing.uitkomst === "afhankelijk") !== recht[actie].artikelen.length > 0;
        }),
      ),
    );
    expect(profielen.length).toBeGreaterThan(300);
    expect(differences).toEqual([]);
  });
});
