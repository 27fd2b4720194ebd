import { readProtocolFile } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";
import { artikel, protocolVan } from "../test/verzoek.ts";
import { verwerkingsregister } from "./verwerkingsregister.ts";

const agreed = (await readProtocolFile()).document;
const register = () => verwerkingsregister(agreed);
const van = (doel: string) => {
  const found = register().find(({ id }) => id === doel);
  if (!found) throw new Error(`The register has no ${doel}.`);
  return found;
};

describe("the register of processing activities", () => {
  it("has one entry for each doel for which there is an article", () => {
    const doelen = new Set(agreed.artikelen.flatMap((one) => one.doelen));
    expect(register().map(({ id }) => id)).toEqual(
      agreed.doelen.map(({ id }) => id).filter((id) => doelen.has(id)),
    );
    expect(verwerkingsregister(protocolVan(artikel("1.1")).document).map(({ id }) => id)).toEqual([
      "reintegratie",
    ]);
  });

  it("names who answers for it, by OIN; never the nieuwkomer himself", () => {
    expect(van("reintegratie").verantwoordelijkeOrganisatie).toEqual([
      { naam: "Werkplein Drentsche Aa", oin: ["00000001999900002010"] },
    ]);
    for (const { id, verantwoordelijkeOrganisatie } of register()) {
      expect([id, verantwoordelijkeOrganisatie.length]).not.toEqual([id, 0]);
      expect(verantwoordelijkeOrganisatie.map(({ naam }) => naam)).not.toContain("De nieuwkomer");
    }
  });

  it("names the bronhouders when only the nieuwkomer himself asks", () => {
    expect(van("inzage").verantwoordelijkeOrganisatie.map(({ naam }) => naam)).toEqual(
      van("inzage").herkomst,
    );
  });

  it("says on what ground, from whom, to whom and for how long", () => {
    const { grondslag, toelichtingGrondslag, herkomst, afnemendeCategorieOntvangers, bewaartermijn } =
      van("handhaving");
    expect(grondslag).toContain("Wet inburgering 2021 artikel 22 lid 1");
    expect(toelichtingGrondslag).toContainEqual(
      expect.stringMatching(/^Artikel 1\.16: Wet inburgering 2021/),
    );
    expect(herkomst).toContain("ROC");
    expect(afnemendeCategorieOntvangers).toContain("Werkplein Drentsche Aa: klantmanager");
    expect(bewaartermijn).toBe("P5Y");
  });

  it("calls processing of something bijzonder so", () => {
    expect(van("reintegratie").categorie).toBe("bijzondere persoonsgegevens");
    expect(van("bijstand").categorie).toBe("persoonsgegevens");
  });

  it("says of each gegeven what is done with it, and about whom it is", () => {
    const gegevens = van("regie").verwerktePersoonsgegevens;
    expect(gegevens.find(({ naam }) => naam === "contact")).toMatchObject({
      rolBetrokkene: "nieuwkomer",
      handelingen: ["lezen", "schrijven"],
      bijzonder: false,
      bewaartermijn: "P5Y",
    });
    expect(gegevens.find(({ naam }) => naam === "contactpersonen")?.rolBetrokkene).toBe(
      "medewerker van een partij",
    );
    const anderen = register()
      .flatMap((one) => one.verwerktePersoonsgegevens)
      .map(({ rolBetrokkene }) => rolBetrokkene);
    expect(new Set(anderen).size).toBe(4);
  });

  it("says all of it at once, of the protocol alone", () => {
    const { schrijven: _, ...lezend } = artikel("1.1", { lezen: ["contact"] });
    const { lezen: __, ...schrijvend } = artikel("1.2", {
      partij: "roc",
      rollen: ["docent"],
      schrijven: ["bsn", "contact"],
      grondslagBijzonder: ["UAVG artikel 30"],
    });
    const { document } = protocolVan(lezend, schrijvend);
    const [contact, bsn] = document.gegevens;
    if (!contact || !bsn) throw new Error("The example is empty.");
    const gegevens = [
      { ...contact, bewaartermijn: "P1M" },
      { ...bsn, bewaartermijn: "P5Y", bronhouder: "roc", bijzonder: true },
    ];
    expect(verwerkingsregister({ ...document, gegevens })).toStrictEqual([
      {
        id: "reintegratie",
        naam: "Inburgeringsketen: reintegratie",
        doel: "Zonder naloop.",
        grondslag: ["Wet"],
        toelichtingGrondslag: [
          "Artikel 1.1: Wet artikel 1.1",
          "Artikel 1.2: Wet artikel 1.2; UAVG artikel 30",
        ],
        verantwoordelijkeOrganisatie: [
          { naam: "wpda", oin: ["1".repeat(20)] },
          { naam: "roc", oin: ["2".repeat(20)] },
        ],
        categorie: "bijzondere persoonsgegevens",
        gebaseerdOp: "Proef, versie 1.0.0, artikel 1.1, 1.2",
        bewaartermijn: "P5Y",
        herkomst: ["wpda", "roc"],
        afnemendeCategorieOntvangers: ["wpda: werkcoach"],
        afnemendeInternationaleDerden: [],
        verwerktePersoonsgegevens: [
          {
            rolBetrokkene: "nieuwkomer",
            naam: "contact",
            omschrijving: "contact",
            handelingen: ["lezen", "schrijven"],
            bijzonder: false,
            bewaartermijn: "P1M",
          },
          {
            rolBetrokkene: "nieuwkomer",
            naam: "bsn",
            omschrijving: "bsn",
            handelingen: ["schrijven"],
            bijzonder: true,
            bewaartermijn: "P5Y",
          },
        ],
      },
    ]);
  });
});
