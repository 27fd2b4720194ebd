import { describe, expect, it } from "vitest";
import {
  type Beller,
  issueToegang,
  readSleutels,
  type Toegang,
  toegangLezer,
  toegangUitgever,
  verifyToegang,
} from "./index.ts";
import { vingerafdruk } from "./toegang.ts";

const now = new Date("2026-11-22T12:00:00Z");
const secondsLater = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const key = (kid: string, byte: number) => `${kid}:${Buffer.alloc(32, byte).toString("base64")}`;
const wpdaSleutels = readSleutels(key("k1", 1), "WPDA");
const rocSleutels = readSleutels(key("k1", 2), "ROC");

const beller: Beller = {
  issuer: "i",
  azp: "a",
  sub: "werkcoach-1",
  jti: "j1",
  partij: "wpda",
  rol: "werkcoach",
};
const alles = new Set(["eigen-gemeente", "betrokken", "eigen-caseload", "toestemming", "eigen-taak"]);
const toegang: Toegang = {
  beller,
  gemeenten: ["GM1680"],
  weegt: () => alles,
  doel: "reintegratie",
  persoonId: "p1",
  protocolversie: "1.0.0",
  feiten: {
    gemeente: "GM1680",
    relaties: [
      { doel: "reintegratie", begindatum: "2026-01-01", medewerkerId: "werkcoach-1" },
      { doel: "bijstand", begindatum: "2026-01-01" },
      { doel: "reintegratie", begindatum: "2021-01-01", einddatum: "2021-12-31" },
      { doel: "reintegratie", begindatum: "2026-02-01", beeindigdOp: now },
      { doel: "reintegratie", begindatum: "2027-01-01" },
      { doel: "reintegratie", begindatum: "2026-03-01", einddatum: "2026-11-22" },
      { doel: "reintegratie", begindatum: "2026-04-01", einddatum: "2026-11-21" },
    ],
    toestemmingen: ["contact"],
    openTaken: ["werk", "zorg"],
  },
};
const bronhouders = new Map([
  ["wpda", wpdaSleutels[0]],
  ["roc", rocSleutels[0]],
]);
const issue = (change: Partial<Toegang> = {}) => issueToegang({ ...toegang, ...change }, bronhouders, now);
const verwachting = { beller, doel: "reintegratie", persoonId: "p1", protocolversie: "1.0.0" };
const verifyWith = (change: Partial<typeof verwachting>, text = issue(), at = now) =>
  verifyToegang(text, "wpda", wpdaSleutels, { ...verwachting, ...change }, at);

describe("a toegang", () => {
  it("carries the gemeente, the consents, the open tasks and the ketenrelaties that run now for its own doel", () => {
    expect(verifyWith({})).toStrictEqual({
      gemeente: "GM1680",
      relaties: [
        { doel: "reintegratie", begindatum: "2026-11-22", medewerkerId: "werkcoach-1" },
        { doel: "reintegratie", begindatum: "2026-11-22", einddatum: "2026-11-22" },
      ],
      toestemmingen: ["contact"],
      openTaken: ["werk", "zorg"],
    });
  });

  it("says of a person who lives nowhere and is nobody's business just that", () => {
    const feiten = { relaties: [], toestemmingen: [], openTaken: [] };
    expect(verifyWith({}, issue({ feiten }))).toStrictEqual(feiten);
  });

  it("says the same to each bronhouder for whom it was made", () => {
    const text = issue();
    expect(verifyToegang(text, "roc", rocSleutels, verwachting, now)).toEqual(verifyWith({}, text));
  });

  it("carries a ketenrelatie in its naloop too, with its last day, and none that was ended at once", () => {
    expect(verifyWith({}, issue({ naloop: 1 }))?.relaties).toEqual([
      { doel: "reintegratie", begindatum: "2026-11-22", medewerkerId: "werkcoach-1" },
      { doel: "reintegratie", begindatum: "2026-11-22", einddatum: "2026-11-22" },
      { doel: "reintegratie", begindatum: "2026-11-21", einddatum: "2026-11-21" },
    ]);
  });

  it("is worth nothing with another token, partij or rol", () => {
    for (const change of [
      { jti: "j2" },
      { sub: "x" },
      { partij: "roc" },
      { rol: "klantmanager" },
      { azp: "x" },
      { issuer: "x" },
    ]) {
      expect(verifyWith({ beller: { ...beller, ...change } })).toBeUndefined();
    }
  });

  it("is worth nothing for another doel, person or version of the protocol", () => {
    expect(verifyWith({ doel: "bijstand" })).toBeUndefined();
    expect(verifyWith({ persoonId: "p2" })).toBeUndefined();
    expect(verifyWith({ protocolversie: "1.0.1" })).toBeUndefined();
  });

  it("expires after twenty seconds, to the second", () => {
    expect(verifyWith({}, issue(), secondsLater(19))).toBeDefined();
    expect(verifyWith({}, issue(), secondsLater(20))).toBeUndefined();
  });

  it("cannot be read by the caller through whose hands it goes", () => {
    for (const part of issue().split("~")) {
      const bytes = Buffer.from(part.split(":")[2] ?? "", "base64url").toString("latin1");
      for (const secret of ["GM1680", "reintegratie", "werkcoach-1", "contact", "p1"])
        expect(bytes).not.toContain(secret);
    }
  });

  it("is refused when any byte of it is changed", () => {
    const [wpda = ""] = issue().split("~");
    const [naam, kid, sealed = ""] = wpda.split(":");
    const bytes = Buffer.from(sealed, "base64url");
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(verifyWith({}, `${naam}:${kid}:${changed.toString("base64url")}`)).toBeUndefined();
    }
  });

  it("is refused when the part for another bronhouder is renamed", () => {
    const [, roc = ""] = issue().split("~");
    expect(verifyWith({}, roc.replace(/^roc:/, "wpda:"))).toBeUndefined();
    expect(
      verifyToegang(roc.replace(/^roc:/, "wpda:"), "wpda", rocSleutels, verwachting, now),
    ).toBeUndefined();
  });

  it("is refused when it is garbage, empty, unsigned or huge", () => {
    for (const text of [
      "",
      "~",
      "x~wpda:k1:y",
      "wpda:k1:",
      issue().split("~")[1] ?? "",
      "a".repeat(10_000),
    ]) {
      expect(verifyWith({}, text)).toBeUndefined();
    }
  });

  it("is read up to eight kilobytes, and not even looked at beyond", () => {
    expect(verifyWith({}, issue().padEnd(8_192, "~"))).toBeDefined();
    expect(verifyWith({}, issue().padEnd(8_193, "~"))).toBeUndefined();
  });

  it("is accepted under an older key while keys are being replaced, and refused once that key is gone", () => {
    const both = readSleutels(`${key("k2", 9)},${key("k1", 1)}`, "WPDA");
    expect(verifyToegang(issue(), "wpda", both, verwachting, now)).toBeDefined();
    expect(verifyToegang(issue(), "wpda", both.slice(0, 1), verwachting, now)).toBeUndefined();
  });
});

describe("what a bronhouder is told", () => {
  const told = (weegt: readonly string[], change: Partial<Toegang> = {}) =>
    verifyWith({}, issue({ weegt: () => new Set(weegt), ...change }));
  const nothing = { relaties: [], toestemmingen: [], openTaken: [] };
  const lopend = [
    { doel: "reintegratie", begindatum: "2026-11-22" },
    { doel: "reintegratie", begindatum: "2026-11-22", einddatum: "2026-11-22" },
  ];

  it("is only what it weighs", () => {
    expect(told(["geaggregeerd"])).toEqual(nothing);
    expect(told(["eigen-gemeente"])).toEqual({ ...nothing, gemeente: "GM1680" });
    expect(told(["betrokken"])).toEqual({ ...nothing, relaties: lopend });
    expect(told(["eigen-caseload"])?.relaties[0]).toEqual({ ...lopend[0], medewerkerId: "werkcoach-1" });
    expect(told(["toestemming"])).toEqual({ ...nothing, toestemmingen: ["contact"] });
    expect(told(["eigen-taak"])).toEqual({ ...nothing, openTaken: ["werk", "zorg"] });
  });

  it("is as short as can be when there is nothing to tell, for it travels with every person", () => {
    const feiten = { relaties: [], toestemmingen: [], openTaken: [] };
    const [, , sealed = ""] = (issue({ feiten }).split("~")[0] ?? "").split(":");
    // Until when, in 16 bytes, and what every seal has beside its text, in 28: of 45 bytes 60 characters.
    expect(sealed.slice(0, -22).length).toBe(60);
  });

  it("is nothing at all when it shares nothing with the caller", () => {
    const weegt = (bronhouder: string) => (bronhouder === "roc" ? alles : new Set<string>());
    const parts = issue({ weegt }).split("~");
    expect(parts.map((part) => part.split(":")[0])).toEqual(["roc"]);
    expect(issue({ weegt: () => new Set() })).toBe("");
  });

  it("does not tell in which of the caller's gemeenten a person lives, nor where else", () => {
    const gemeenten = ["GM0106", "GM1680", "GM1730"];
    const give = toegangUitgever({ ...toegang, gemeenten }, bronhouders, now);
    const begin = (gemeente: string, persoonId: string) =>
      give(persoonId, { ...toegang.feiten, gemeente })
        .slice(0, -22)
        .split("~")[0]
        ?.slice(0, -22);
    expect(begin("GM1680", "p1")).toBe(begin("GM1730", "p2"));
    expect(begin("GM0014", "p1")).toBe(begin("GM0034", "p2"));
    expect(begin("GM1680", "p1")).not.toBe(begin("GM0014", "p2"));
    expect(told(["eigen-gemeente"], { gemeenten: ["GM0106"] })).toEqual(nothing);
    expect(told(["eigen-gemeente"], { gemeenten: [] })).toEqual(nothing);
  });

  it("is the same of persons who came at different times, and who have each their own coach where that is not weighed", () => {
    const weegt = () => new Set(["betrokken"]);
    const give = toegangUitgever({ ...toegang, weegt }, bronhouders, now);
    const begin = (persoonId: string, begindatum: string, medewerkerId: string) =>
      give(persoonId, { ...toegang.feiten, relaties: [{ doel: "reintegratie", begindatum, medewerkerId }] })
        .split("~")[0]
        ?.slice(0, -22);
    expect(begin("p1", "2026-01-01", "coach-1")).toBe(begin("p2", "2025-02-03", "coach-2"));
  });
});

describe("toegangen that are given in one request", () => {
  const { persoonId: _, feiten, ...uitgifte } = toegang;
  const uitgever = () => toegangUitgever(uitgifte, bronhouders, now);
  const begin = (text: string) => text.split("~").map((part) => part.slice(0, -22));
  const bewijs = (text: string) => text.split("~").map((part) => part.slice(-22));

  it("hold each for its own person, and for no other of whom the same is known", () => {
    const give = uitgever();
    const [p1, p2] = [give("p1", feiten), give("p2", feiten)];
    expect(verifyWith({ persoonId: "p1" }, p1)).toEqual(verifyWith({ persoonId: "p2" }, p2));
    expect(verifyWith({ persoonId: "p1" }, p1)).toBeDefined();
    expect(verifyWith({ persoonId: "p2" }, p1)).toBeUndefined();
    expect(verifyWith({ persoonId: "p1" }, p2)).toBeUndefined();
  });

  it("carry one verklaring about everybody of whom the same is known, and another about anybody else", () => {
    const give = uitgever();
    expect(begin(give("p2", { ...feiten, toestemmingen: ["contact"] }))).toEqual(begin(give("p1", feiten)));
    for (const change of [{ relaties: [] }, { toestemmingen: [] }, { openTaken: ["werk"] }]) {
      const other = give("p2", { ...feiten, ...change });
      expect(begin(other)[0]).not.toBe(begin(give("p1", feiten))[0]);
      expect(verifyWith({ persoonId: "p2" }, other)).toMatchObject({
        ...change,
        ...("relaties" in change ? {} : { relaties: expect.anything() }),
      });
    }
  });

  it("prove a person to one bronhouder in a way that is worth nothing at another, nor in another request", () => {
    const give = uitgever();
    const [p1, p2] = [give("p1", feiten), give("p2", feiten)];
    const [wpda = ""] = begin(p1);
    const [, provenToRoc = ""] = bewijs(p2);
    const [provenElsewhen = ""] = bewijs(uitgever()("p2", feiten));
    expect(verifyWith({ persoonId: "p2" }, wpda + bewijs(p2)[0])).toBeDefined();
    expect(verifyWith({ persoonId: "p2" }, wpda + provenToRoc)).toBeUndefined();
    expect(verifyWith({ persoonId: "p2" }, wpda + provenElsewhen)).toBeUndefined();
    expect(new Set([...begin(p1), ...begin(uitgever()("p1", feiten))]).size).toBe(4);
  });

  it("prove nothing with a proof that is cut, made longer or left out", () => {
    const [wpda = ""] = uitgever()("p1", feiten).split("~");
    for (const text of [
      wpda.slice(0, -1),
      `${wpda}A`,
      wpda.slice(0, -22),
      `${wpda.slice(0, -22)}${"A".repeat(22)}`,
    ]) {
      expect(verifyWith({ persoonId: "p1" }, text)).toBeUndefined();
    }
  });

  it("are read in one request as they are read one by one", () => {
    const give = uitgever();
    const lees = toegangLezer(
      "wpda",
      wpdaSleutels,
      { beller, doel: "reintegratie", protocolversie: "1.0.0" },
      now,
    );
    const other = { ...feiten, toestemmingen: [] };
    const texts = [
      give("p1", feiten),
      give("p2", feiten),
      give("p3", other),
      "garbage",
      "",
      give("p1", other),
    ];
    for (const text of [...texts, ...texts]) {
      for (const persoonId of ["p1", "p2", "p3"]) {
        expect(lees(text, persoonId)).toEqual(verifyWith({ persoonId }, text));
      }
    }
    expect(lees(give("p1", feiten), "p1")).toBe(lees(give("p2", feiten), "p2"));
  });

  it("end on a whole character, whatever the length of what is known, so that a proof stands on its own", () => {
    const give = uitgever();
    for (let length = 0; length < 12; length += 1) {
      const text = give("p1", { ...feiten, toestemmingen: ["é".repeat(length) + "x".repeat(length)] });
      expect(verifyWith({ persoonId: "p1" }, text)).toBeDefined();
      for (const part of begin(text)) expect((part.split(":")[2] ?? "").length % 4).toBe(0);
    }
  });
});

describe("the fingerprint of a caller", () => {
  it("is short, names nobody, and is the same for as long as the token is", () => {
    expect(vingerafdruk({ ...beller })).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(vingerafdruk({ ...beller })).toBe(vingerafdruk({ ...beller }));
  });
});
