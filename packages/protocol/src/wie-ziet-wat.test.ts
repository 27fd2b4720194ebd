import { readProtocolFile } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";
import { artikel } from "../test/verzoek.ts";
import { compileProtocol } from "./compile.ts";
import { decide } from "./decide.ts";
import type { Artikel } from "./document.ts";
import type { KetenFeiten } from "./feiten.ts";
import { type InzageDoorPartij, wieZietWat } from "./wie-ziet-wat.ts";

const moment = new Date("2026-11-10T11:00:00Z");
const leeg: KetenFeiten = { gemeente: "GM1680", relaties: [], toestemmingen: [], openTaken: [] };
const sinds = (begindatum: string, doel = "reintegratie") => ({ doel, begindatum });

/** A protocol of these articles, in which the gemeente keeps contact and WPDA the uitkering. */
function protocolVan(...artikelen: readonly Artikel[]) {
  const partij = (id: string, oin: string, ...rollen: readonly string[]) => ({
    id,
    naam: `De ${id}`,
    oin: [oin.repeat(20)],
    rollen: rollen.map((rol) => ({ id: rol, omschrijving: rol })),
  });
  const gegeven = (id: string, bronhouder: string, bijzonder = false) => ({
    id,
    bronhouder,
    bijzonder,
    omschrijving: id,
    bewaartermijn: "P5Y",
  });
  return compileProtocol({
    protocol: "Proef",
    versie: "1.0.0",
    geldigVanaf: "2026-01-01",
    drempelKleineAantallen: 10,
    partijen: [
      partij("gemeente", "1", "regievoerder"),
      partij("wpda", "2", "werkcoach", "klantmanager"),
      partij("gkb", "3", "hulpverlener"),
    ],
    doelen: ["reintegratie", "bijstand"].map((id) => ({ id, omschrijving: id, grondslag: ["Wet"] })),
    gegevens: [
      gegeven("uitkering", "wpda"),
      gegeven("ontzorgen", "wpda"),
      gegeven("nieuwkomer", "gemeente"),
      gegeven("contact", "gemeente"),
      gegeven("gezondheid", "gemeente", true),
    ],
    artikelen: [...artikelen],
  });
}

/** Who sees what, as `partij doel [rollen] article: gegevens`. */
const inWoorden = (inzagen: readonly InzageDoorPartij[]) =>
  inzagen.flatMap(({ partij, doelen }) =>
    doelen.flatMap(({ doel, afspraken }) =>
      afspraken.map(
        ({ artikel: { id }, rollen, gegevens }) =>
          `${partij.id} ${doel.id} [${rollen.join(" ")}] ${id}: ${gegevens.map((one) => one.id).join(" ")}`,
      ),
    ),
  );

/** What is said with these articles, of somebody of whom the gemeente knows this about each partij. */
function gezien(artikelen: readonly Artikel[], keten: Readonly<Record<string, Partial<KetenFeiten>>> = {}) {
  const protocol = protocolVan(...artikelen);
  const perPartij = protocol.document.partijen.map(({ id }): [string, KetenFeiten] => [
    id,
    { ...leeg, ...keten[id] },
  ]);
  const { nu, misschien, nooitBijzonder } = wieZietWat(protocol, "p1", new Map(perPartij), moment);
  return {
    nu: inWoorden(nu),
    misschien: inWoorden(misschien),
    nooitBijzonder: nooitBijzonder.map(({ id }) => id),
    sinds: nu.flatMap(({ doelen }) => doelen.map((one) => one.sinds)),
  };
}

const kennen = artikel("1", { lezen: ["nieuwkomer", "contact"] });

describe("who may see what", () => {
  it("is nobody when nobody is involved", () => {
    expect(gezien([kennen])).toMatchObject({ nu: [], misschien: [] });
  });

  it("is who is involved, what for and since when, and no longer when that is over", () => {
    const relaties = [sinds("2026-05-01"), sinds("2026-03-01"), sinds("2025-01-01", "bijstand")];
    expect(gezien([kennen], { wpda: { relaties } })).toMatchObject({
      nu: ["wpda reintegratie [werkcoach] 1: nieuwkomer contact"],
      sinds: ["2026-03-01"],
    });
    const voorbij = [{ ...sinds("2026-03-01"), einddatum: "2026-11-09" }];
    expect(gezien([kennen], { wpda: { relaties: voorbij } }).nu).toEqual([]);
    expect(gezien([kennen], { gkb: { relaties } }).nu).toEqual([]);
  });

  it("is who has a task or a consent, without a begin", () => {
    const taak = artikel("2", { lezen: ["contact"], voorwaarden: ["eigen-taak"] });
    const goed = artikel("3", { lezen: ["gezondheid"], voorwaarden: ["toestemming"] });
    const keten = { wpda: { openTaken: ["werk"], toestemmingen: ["gezondheid"] } };
    expect(gezien([taak, goed], keten)).toMatchObject({
      nu: ["wpda reintegratie [werkcoach] 2: contact", "wpda reintegratie [werkcoach] 3: gezondheid"],
      sinds: [undefined],
    });
  });

  it("is, of the caseload of one employee, that employee", () => {
    const eigen = artikel("4", { lezen: ["gezondheid"], voorwaarden: ["betrokken", "eigen-caseload"] });
    const metMedewerker = [{ ...sinds("2026-03-01"), medewerkerId: "an" }];
    expect(gezien([eigen], { wpda: { relaties: metMedewerker } }).nu).toEqual([
      "wpda reintegratie [werkcoach] 4: gezondheid",
    ]);
    expect(gezien([eigen], { wpda: { relaties: [sinds("2026-03-01")] } }).nu).toEqual([]);
  });

  it("is never the person himself, nor who only sees figures", () => {
    const zelf = artikel("5", { voorwaarden: ["eigen-dossier"] });
    const telling = artikel("6", { voorwaarden: ["geaggregeerd"] });
    expect(gezien([zelf, telling])).toMatchObject({ nu: [], misschien: [] });
  });

  it("says rollen together that see the same under the same article", () => {
    const rollen = ["werkcoach", "klantmanager"];
    const samen = artikel("7", { rollen, lezen: ["nieuwkomer"], voorwaarden: ["eigen-gemeente"] });
    const eerder = artikel("6", { lezen: ["nieuwkomer"], voorwaarden: ["betrokken"] });
    expect(gezien([samen]).nu).toEqual(["wpda reintegratie [werkcoach klantmanager] 7: nieuwkomer"]);
    expect(gezien([eerder, samen], { wpda: { relaties: [sinds("2026-03-01")] } }).nu).toEqual([
      "wpda reintegratie [werkcoach] 6: nieuwkomer",
      "wpda reintegratie [klantmanager] 7: nieuwkomer",
    ]);
  });
});

describe("who perhaps sees more", () => {
  const register = artikel("8", { lezen: ["uitkering", "contact"], voorwaarden: ["eigen-register"] });

  it("is a partij that may have a dossier of its own, as far as its own register goes", () => {
    expect(gezien([register])).toMatchObject({
      nu: [],
      misschien: ["wpda reintegratie [werkcoach] 8: uitkering"],
    });
  });

  it("is nobody about somebody who lives in no gemeente: a dossier would be in none", () => {
    const { gemeente: _, ...nergens } = leeg;
    const protocol = protocolVan(register, artikel("1", { lezen: ["nieuwkomer"] }));
    expect(wieZietWat(protocol, "p1", new Map([["wpda", nergens]]), moment)).toMatchObject({
      nu: [],
      misschien: [],
    });
  });

  it("is not who sees it already", () => {
    const alles = artikel("1", { lezen: ["nieuwkomer", "contact", "uitkering"] });
    const relaties = [sinds("2026-03-01")];
    expect(gezien([alles, register], { wpda: { relaties } })).toMatchObject({
      nu: ["wpda reintegratie [werkcoach] 1: uitkering nieuwkomer contact"],
      misschien: [],
    });
  });

  it("is who is involved while something runs of which only the bronhouder knows the end", () => {
    const gkb = { partij: "gkb", rollen: ["hulpverlener"] };
    const lopend = artikel("9", {
      ...gkb,
      lezen: ["uitkering", "contact"],
      voorwaarden: ["betrokken", { lopend: "ontzorgen" }],
    });
    const kent = artikel("10", { ...gkb, lezen: ["nieuwkomer"] });
    const keten = { gkb: { relaties: [sinds("2026-03-01")] } };
    expect(gezien([lopend, kent], keten)).toMatchObject({
      nu: ["gkb reintegratie [hulpverlener] 10: nieuwkomer"],
      misschien: ["gkb reintegratie [hulpverlener] 9: uitkering"],
    });
    expect(gezien([lopend, kent]).misschien).toEqual([]);
  });

  it("is not who may not know of the person: to another bronhouder nobody proves anything for him", () => {
    const onbekend = artikel("1", { lezen: ["uitkering"] });
    const relaties = [sinds("2026-03-01")];
    expect(gezien([onbekend], { wpda: { relaties } })).toMatchObject({ nu: [], misschien: [] });
  });
});

describe("who never sees anything bijzonder", () => {
  it("is who has no article for it, neither to read nor to write", () => {
    const leest = artikel("2", { lezen: ["gezondheid", "contact"], voorwaarden: ["toestemming"] });
    const schrijft = artikel("3", {
      partij: "gkb",
      rollen: ["hulpverlener"],
      lezen: [],
      schrijven: ["gezondheid"],
    });
    expect(gezien([kennen]).nooitBijzonder).toEqual(["gemeente", "wpda", "gkb"]);
    expect(gezien([kennen, leest, schrijft]).nooitBijzonder).toEqual(["gemeente"]);
  });
});

describe("a partij of which the gemeente says nothing", () => {
  it("sees nothing: unknown is no", () => {
    const overal = artikel("1", { voorwaarden: ["eigen-gemeente"] });
    expect(wieZietWat(protocolVan(overal), "p1", new Map(), moment)).toMatchObject({ nu: [], misschien: [] });
  });
});

describe("by the agreed protocol", async () => {
  const protocol = await readProtocolFile();
  const { partijen, doelen, gegevens } = protocol.document;
  const druk: KetenFeiten = {
    gemeente: "GM1680",
    relaties: doelen.map(({ id }) => ({ doel: id, begindatum: "2026-03-01", medewerkerId: "an" })),
    toestemmingen: gegevens.map(({ id }) => id),
    openTaken: ["financien", "zorg", "samenleving", "werk", "ontmoeten"],
  };

  it.each<[string, KetenFeiten]>([
    ["somebody with whom everybody is involved", druk],
    ["somebody with whom nobody is", leeg],
  ])("of %s exactly that is seen now at the gemeente which decide would give", (_wie, keten) => {
    const { nu } = wieZietWat(protocol, "p1", new Map(partijen.map(({ id }) => [id, keten])), moment);
    const said = new Set(
      nu.flatMap(({ partij, doelen: voor }) =>
        voor.flatMap(({ doel, afspraken }) =>
          afspraken.flatMap(({ artikel: { id }, rollen, gegevens: wat }) =>
            rollen.flatMap((rol) =>
              wat
                .filter(({ bronhouder }) => bronhouder === "gemeente")
                .map((gegeven) => [partij.id, rol, doel.id, gegeven.id, id].join(" ")),
            ),
          ),
        ),
      ),
    );
    const given = partijen.flatMap((partij) =>
      partij.rollen.flatMap((rol) =>
        doelen.flatMap((doel) =>
          gegevens
            .filter(({ bronhouder }) => bronhouder === "gemeente")
            .flatMap((gegeven) => {
              const afnemer = { partij: partij.id, rol: rol.id, medewerkerId: "an", gemeenten: ["GM1680"] };
              const vraag = { afnemer, doel: doel.id, actie: "lezen", gegeven: gegeven.id, moment } as const;
              const beslissing = decide(protocol, { ...vraag, persoon: { persoonId: "p1", keten } });
              return beslissing.uitkomst === "toegestaan"
                ? [[partij.id, rol.id, doel.id, gegeven.id, beslissing.artikel].join(" ")]
                : [];
            }),
        ),
      ),
    );
    expect([...said].sort()).toEqual(given.sort());
    expect(given.length).toBeGreaterThan(20);
  });
});
