import type { Caller } from "@ketenhub/identity";
import { issueToegang, readSleutels } from "@ketenhub/toegang";
import { describe, expect, it } from "vitest";
import { bellerOf, createToegangen } from "./toegangen.ts";

const moment = new Date("2026-03-10T11:00:00Z");
const sleutels = readSleutels(`k1:${Buffer.alloc(32, 1).toString("base64")}`, "WPDA");
const caller: Caller = {
  claims: {
    issuer: "i",
    oin: "1".repeat(20),
    rol: "werkcoach",
    sub: "coach",
    azp: "systeem",
    jti: "j1",
    gemeenten: ["GM1680"],
    expiresAt: 0,
  },
  afnemer: { partij: "wpda", rol: "werkcoach", medewerkerId: "coach", gemeenten: ["GM1680"] },
  doel: "reintegratie",
};
const keten = { gemeente: "GM1680", relaties: [], toestemmingen: [], openTaken: ["werk"] };

/** What the gemeente would send along with a person. */
const proof = (persoonId: string, change: { doel?: string; bronhouder?: string } = {}) =>
  issueToegang(
    {
      beller: bellerOf(caller),
      doel: change.doel ?? caller.doel,
      persoonId,
      protocolversie: "1.0.0",
      gemeenten: ["GM1680"],
      weegt: () => new Set(["eigen-gemeente", "eigen-taak"]),
      feiten: keten,
    },
    new Map([[change.bronhouder ?? "wpda", sleutels[0]]]),
    moment,
  );
const create = (at = moment) => createToegangen("wpda", sleutels, caller, "1.0.0", at);

describe("what the gemeente proved in a request", () => {
  it("is known for the person it is about, and for no other", () => {
    const toegangen = create();
    toegangen.add("p1", proof("p1"));
    expect(toegangen.feitenVan("p1")).toEqual(keten);
    expect(toegangen.feitenVan("p2")).toBeUndefined();
    expect(toegangen.isBedorven("p1")).toBe(false);
  });

  it("is nothing, and nobody's fault, when no proof came", () => {
    const toegangen = create();
    toegangen.add("p1", null);
    toegangen.add("p1", undefined);
    expect(toegangen.feitenVan("p1")).toBeUndefined();
    expect(toegangen.isBedorven("p1")).toBe(false);
  });

  it.each<[string, unknown]>([
    ["of another person", proof("p2")],
    ["for another doel", proof("p1", { doel: "bijstand" })],
    ["for another bronhouder", proof("p1", { bronhouder: "roc" })],
    ["that is empty", ""],
    ["that is a list", [proof("p1")]],
    ["that is an object", { gemeente: "GM1680", relaties: [] }],
    ["that is true", true],
  ])("is spoilt by a proof %s", (_what, toegang) => {
    const toegangen = create();
    toegangen.add("p1", toegang);
    expect(toegangen.feitenVan("p1")).toBeUndefined();
    expect(toegangen.isBedorven("p1")).toBe(true);
  });

  it("is spoilt by a proof that is over", () => {
    const toegangen = create(new Date(moment.getTime() + 60_000));
    toegangen.add("p1", proof("p1"));
    expect(toegangen.isBedorven("p1")).toBe(true);
  });

  it("stays spoilt for the whole request, whether the good proof comes first or last", () => {
    for (const order of [
      ["vervalst", proof("p1")],
      [proof("p1"), "vervalst"],
    ]) {
      const toegangen = create();
      for (const toegang of order) toegangen.add("p1", toegang);
      toegangen.add("p2", proof("p2"));
      expect(toegangen.feitenVan("p1")).toBeUndefined();
      expect(toegangen.feitenVan("p2")).toEqual(keten);
    }
  });
});
