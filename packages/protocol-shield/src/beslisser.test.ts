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

  it("are the same answer, not a new one, when asked again", () => {
    const { beslisser } = contextOf();
    expect(beslisser.overPersoon(naam, "an")).toBe(beslisser.overPersoon({ ...naam }, "an"));
    expect(beslisser.overPersoon(naam, "an")).not.toBe(beslisser.overPersoon(naam, "bo"));
    expect(beslisser.overPersoon(naam, "an")).not.toBe(
      beslisser.overPersoon({ actie: "schrijven", gegeven: "naam" }, "an"),
    );
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

describe("the reason of a refusal", () => {
  const adres = { actie: "lezen", gegeven: "adres" } as const;
  const keten = { gemeente: "GM0106", relaties: [], toestemmingen: [], heeftTaak: true };
  const reden = async (persoon: Feiten) => {
    const beslissing = await contextOf(async () => persoon).beslisser.overPersoon(adres, persoon.persoonId);
    return beslissing.uitkomst === "geweigerd" ? beslissing.reden : beslissing.uitkomst;
  };

  it("is the real one about somebody whom the caller may know", async () => {
    const relaties = [{ doel: "reintegratie", begindatum: "2026-01-01" }];
    expect(await reden({ persoonId: "dy", keten: { ...keten, relaties } })).toBe("ANDERE_GEMEENTE");
  });

  it("is about anybody else the one about somebody who does not exist", async () => {
    expect(await reden({ persoonId: "dy", keten })).toBe("GEEN_TAAK");
    expect(await reden(geenFeiten("dy"))).toBe("GEEN_TAAK");
  });

  it("stays that nothing is known when nothing is known", async () => {
    expect(await reden({ persoonId: "dy" })).toBe("TOEGANG_ONBEKEND");
  });
});
