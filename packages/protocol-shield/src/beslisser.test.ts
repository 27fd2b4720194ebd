import { type Feiten, geenFeiten } from "@ketenhub/protocol";
import { describe, expect, it } from "vitest";
import { contextOf } from "../test/proef.ts";

const naam = { actie: "lezen", gegeven: "naam" } as const;
const bsn = { actie: "lezen", gegeven: "bsn" } as const;

describe("the decisions of one request", () => {
  it("load what is known of a person once, also when everybody asks at the same time", async () => {
    const { beslisser, spoor } = contextOf();
    await Promise.all([
      beslisser.overPersoon(naam, "an"),
      beslisser.overPersoon(bsn, "an"),
      beslisser.mag(naam, "an"),
      beslisser.feitenVan("an"),
      beslisser.overPersoon(naam, "bo"),
    ]);
    expect(spoor.geladen).toEqual(["an", "bo"]);
  });

  it("are the same answer, not a new one, when asked again", async () => {
    const { beslisser } = contextOf();
    const first = await beslisser.overPersoon(bsn, "bo");
    expect(await beslisser.overPersoon({ ...bsn }, "bo")).toBe(first);
    expect(await beslisser.overPersoon(bsn, "cy")).not.toBe(first);
    expect(await beslisser.overPersoon({ actie: "schrijven", gegeven: "bsn" }, "bo")).not.toBe(first);
  });

  it("put down what is disclosed once, and nothing that was only weighed", async () => {
    const { beslisser, inzage } = contextOf();
    expect(await beslisser.mag(naam, "an")).toBe(true);
    expect(inzage.regels).toEqual([]);
    await beslisser.verantwoord([naam], "an");
    await beslisser.verantwoord([naam], "an");
    await beslisser.verantwoord([bsn], "bo");
    expect(
      await beslisser.verantwoord([{ actie: "schrijven", gegeven: "naam" }, naam], "cees"),
    ).toBeDefined();
    expect(await beslisser.verantwoord([naam, { actie: "lezen", gegeven: "geheim" }], "cees")).toBeDefined();
    expect(inzage.regels).toEqual([{ persoonId: "an", actie: "lezen", gegeven: "naam", artikel: "1" }]);
  });

  it("stay no when what is known could not be loaded", async () => {
    const { beslisser, spoor } = contextOf(() => Promise.reject(new Error("down")));
    await expect(beslisser.mag(naam, "an")).rejects.toThrow("down");
    await expect(beslisser.mag(naam, "an")).rejects.toThrow("down");
    expect(spoor.geladen).toEqual(["an"]);
  });

  it("without a person are no, or depend on about whom", () => {
    const { beslisser } = contextOf();
    expect(beslisser.statisch({ actie: "lezen", gegeven: "geheim" }).uitkomst).toBe("geweigerd");
    const beslissing = beslisser.statisch(naam);
    expect(beslissing.uitkomst).toBe("afhankelijk");
    expect(beslisser.weigering(naam, beslissing).extensions["reden"]).toBe("TOEGANG_ONBEKEND");
  });
});

describe("a decision that waits for nothing", () => {
  it("is no yes before the facts are there, and does not load them", async () => {
    const { beslisser, spoor } = contextOf();
    expect(beslisser.verantwoordDirect([naam], "an")).toBe(false);
    expect(spoor.geladen).toEqual([]);
    const loading = beslisser.leerKennen(["an"]);
    expect(beslisser.verantwoordDirect([naam], "an")).toBe(false);
    await loading;
    expect(beslisser.verantwoordDirect([naam], "an")).toBe(true);
  });

  it("learns to know each person once, and waits for nothing when it knows them all", async () => {
    const { beslisser, spoor } = contextOf();
    await beslisser.leerKennen(["an", "bo"]);
    expect(beslisser.leerKennen(["bo", "an"])).toBeUndefined();
    expect(beslisser.leerKennen([])).toBeUndefined();
    await beslisser.leerKennen(["an", "cy"]);
    expect(spoor.geladen).toEqual(["an", "bo", "cy"]);
  });

  it("is the same as the one that waits, for every list and every person", async () => {
    const geheim = { actie: "lezen", gegeven: "geheim" } as const;
    const schrijven = { actie: "schrijven", gegeven: "naam" } as const;
    for (const persoonId of ["an", "bo", "cy", "bestaat-niet"]) {
      for (const list of [[naam], [bsn], [geheim], [schrijven], [naam, bsn], [bsn, naam], [naam, geheim]]) {
        const { beslisser, inzage } = contextOf();
        await beslisser.leerKennen([persoonId]);
        const direct = beslisser.verantwoordDirect(list, persoonId);
        const waiting = contextOf();
        const refusal = await waiting.beslisser.verantwoord(list, persoonId);
        expect(direct).toBe(refusal === undefined);
        expect(inzage.regels).toEqual(waiting.inzage.regels);
        // Asked again it says the same, and puts down nothing more.
        expect(beslisser.verantwoordDirect(list, persoonId)).toBe(direct);
        expect(inzage.regels).toEqual(waiting.inzage.regels);
      }
    }
  });

  it("is never a yes when the facts could not be loaded", async () => {
    const { beslisser, inzage } = contextOf(() => Promise.reject(new Error("down")));
    await beslisser.leerKennen(["an"]);
    expect(beslisser.verantwoordDirect([naam], "an")).toBe(false);
    expect(inzage.regels).toEqual([]);
  });

  it("about one person says nothing about another", async () => {
    const { beslisser } = contextOf();
    await beslisser.leerKennen(["an", "bo"]);
    const list = [bsn];
    expect(beslisser.verantwoordDirect(list, "an")).toBe(true);
    expect(beslisser.verantwoordDirect(list, "bo")).toBe(false);
    expect(beslisser.verantwoordDirect(list, "cy")).toBe(false);
  });
});

describe("the reason of a refusal", () => {
  const keten = { gemeente: "GM0106", relaties: [], toestemmingen: [], openTaken: ["werk"] };
  const reden = async (persoon: Feiten, gegeven = "adres") => {
    const { beslisser } = contextOf(async () => persoon);
    const beslissing = await beslisser.overPersoon({ actie: "lezen", gegeven }, persoon.persoonId);
    return beslissing.uitkomst === "geweigerd" ? beslissing.reden : beslissing.uitkomst;
  };

  it("is the real one about somebody whom the caller may know", async () => {
    const relaties = [{ doel: "reintegratie", begindatum: "2026-01-01" }];
    expect(await reden({ persoonId: "dy", keten: { ...keten, relaties } })).toBe("ANDERE_GEMEENTE");
  });

  it("is none when the protocol opens something about everybody who lives here, known or not", async () => {
    expect(await reden({ persoonId: "dy", keten: { ...keten, gemeente: "GM1680" } }, "buurt")).toBe(
      "toegestaan",
    );
  });

  it("is about anybody else the one about somebody who does not exist", async () => {
    expect(await reden({ persoonId: "dy", keten })).toBe("GEEN_TAAK");
    expect(await reden(geenFeiten("dy"))).toBe("GEEN_TAAK");
  });

  it("does not tell that a stranger has a dossier in the own register, somewhere else", async () => {
    const register = { dossiers: [{ doelen: ["reintegratie"], medewerkers: [], gemeente: "GM0106" }] };
    const nobody = { ...geenFeiten("dy"), register: { dossiers: [] } };
    for (const gegeven of ["dossier", "buurt"]) {
      expect(await reden({ persoonId: "dy", keten, register }, gegeven)).toBe(await reden(nobody, gegeven));
    }
    expect(await reden({ persoonId: "dy", register }, "dossier")).toBe("NIET_BETROKKEN");
    expect(await reden({ persoonId: "dy", register }, "buurt")).toBe("ANDERE_GEMEENTE");
  });

  it("does not tell until when something ran for a stranger, or that it never did", async () => {
    for (const ontzorgen of [undefined, "2026-03-09"]) {
      expect(await reden({ persoonId: "dy", keten, lopend: { ontzorgen } }, "ontzorgen")).toBe(
        "TERMIJN_VERSTREKEN",
      );
    }
    expect(await reden({ persoonId: "dy", keten }, "ontzorgen")).toBe("TOEGANG_ONBEKEND");
  });

  it("stays that nothing is known when nothing is known", async () => {
    for (const gegeven of ["adres", "buurt", "ontzorgen"]) {
      expect(await reden({ persoonId: "dy" }, gegeven)).toBe("TOEGANG_ONBEKEND");
    }
  });
});
