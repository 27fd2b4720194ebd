import { describe, expect, it } from "vitest";
import { afnemer, artikel, feiten, protocolVan, verzoek, vreemde } from "../test/verzoek.ts";
import type { Reden, Verzoek } from "./beslissing.ts";
import { decide } from "./decide.ts";
import type { Artikel, Voorwaarde } from "./document.ts";
import { geenFeiten } from "./feiten.ts";

const protocol = protocolVan(artikel("1.1"));
const decideWith = (change: Partial<Verzoek>) => decide(protocol, { ...verzoek, ...change });
const geweigerd = (reden: Reden) => ({ uitkomst: "geweigerd", reden });

describe("a decision", () => {
  it("is yes with the article and its grondslag when every condition holds", () => {
    expect(decideWith({})).toEqual({
      uitkomst: "toegestaan",
      artikel: "1.1",
      grondslag: ["Wet artikel 1.1"],
    });
  });

  it.each<[string, Partial<Verzoek>]>([
    ["another partij", { afnemer: { ...afnemer, partij: "roc" } }],
    ["another rol", { afnemer: { ...afnemer, rol: "docent" } }],
    ["another doel", { doel: "bijstand" }],
    ["writing, where only reading was agreed", { actie: "schrijven" }],
    ["another gegeven", { gegeven: "bsn" }],
    ["a gegeven that nobody defined", { gegeven: "inkomen" }],
    ["no gegeven", { gegeven: "" }],
    ["a name that every object has", { gegeven: "__proto__" }],
    ["a rol with the rest of a key in it", { afnemer: { ...afnemer, rol: "werkcoach|reintegratie" } }],
    ["a doel with the rest of a key in it", { doel: "reintegratie|lezen" }],
    ["a figure, where only persons were agreed", { persoon: "geaggregeerd" }],
  ])("is GEEN_ARTIKEL for %s", (_what, change) => {
    expect(decideWith(change)).toEqual(geweigerd("GEEN_ARTIKEL"));
  });

  it("is GEEN_ARTIKEL for everybody in a protocol without articles", () => {
    expect(decide(protocolVan(), verzoek)).toEqual(geweigerd("GEEN_ARTIKEL"));
  });

  it("opens nothing by an article without conditions, which cannot be written down", () => {
    const open = protocolVan(artikel("1.1", { voorwaarden: [] }));
    expect(decide(open, verzoek)).toEqual(geweigerd("GEEN_ARTIKEL"));
    expect(decide(open, { ...verzoek, persoon: "geaggregeerd" })).toEqual(geweigerd("GEEN_ARTIKEL"));
  });

  it("is afhankelijk without a person, with the conditions of every article", () => {
    const two = protocolVan(artikel("1"), artikel("2", { voorwaarden: ["eigen-gemeente", "eigen-taak"] }));
    const { persoon: _, ...zonder } = verzoek;
    expect(decide(two, zonder)).toEqual({
      uitkomst: "afhankelijk",
      voorwaarden: [["betrokken"], ["eigen-taak", "eigen-gemeente"]],
    });
  });

  it("is no without a person when no article exists: that much is known without knowing about whom", () => {
    const { persoon: _, ...zonder } = verzoek;
    expect(decide(protocol, { ...zonder, gegeven: "bsn" })).toEqual(geweigerd("GEEN_ARTIKEL"));
  });

  it("is TOEGANG_ONBEKEND while nothing is known about the person", () => {
    expect(decideWith({ persoon: { persoonId: "p1" } })).toEqual(geweigerd("TOEGANG_ONBEKEND"));
  });

  it("is the same about somebody who does not exist as about somebody who is none of the caller's business", () => {
    expect(decideWith({ persoon: geenFeiten("p9") })).toEqual(decideWith({ persoon: vreemde }));
  });

  it("does not change what it is asked, or the protocol", () => {
    const frozen = Object.freeze({ ...verzoek, persoon: Object.freeze(feiten) });
    const before = JSON.stringify(protocol.document);
    expect(decide(protocol, frozen)).toEqual(decide(protocol, frozen));
    expect(JSON.stringify(protocol.document)).toBe(before);
  });
});

describe("several conditions in one article", () => {
  const alle: Voorwaarde[] = ["eigen-gemeente", "betrokken", "eigen-taak", "eigen-caseload"];
  const strict = protocolVan(artikel("1.1", { voorwaarden: alle }));

  it("must all hold", () => {
    expect(decide(strict, verzoek).uitkomst).toBe("toegestaan");
    const elders = { ...afnemer, gemeenten: ["GM0106"] };
    expect(decide(strict, { ...verzoek, afnemer: elders })).toEqual(geweigerd("ANDERE_GEMEENTE"));
  });

  it("are examined with involvement first, whatever the order in which they are written", () => {
    const nobody = { ...verzoek, persoon: vreemde };
    for (const voorwaarden of [alle, alle.toReversed()]) {
      expect(decide(protocolVan(artikel("1", { voorwaarden })), nobody)).toEqual(geweigerd("NIET_BETROKKEN"));
    }
  });
});

describe("a condition with a subject", () => {
  const met = (voorwaarde: Voorwaarde) => protocolVan(artikel("1", { voorwaarden: [voorwaarde] }));

  it("is about that subject: a task on one leefgebied is none on another", () => {
    expect(decide(met({ "eigen-taak": "werk" }), verzoek).uitkomst).toBe("toegestaan");
    expect(decide(met({ "eigen-taak": "zorg" }), verzoek)).toEqual(geweigerd("GEEN_TAAK"));
  });

  it("is about that subject: what runs, and until when", () => {
    const until = (ontzorgen: string) => ({ ...verzoek, persoon: { ...feiten, lopend: { ontzorgen } } });
    expect(decide(met({ lopend: "ontzorgen" }), until("2026-03-10")).uitkomst).toBe("toegestaan");
    expect(decide(met({ lopend: "ontzorgen" }), until("2026-03-09"))).toEqual(
      geweigerd("TERMIJN_VERSTREKEN"),
    );
    expect(decide(met({ lopend: "ontzorgen" }), verzoek)).toEqual(geweigerd("TOEGANG_ONBEKEND"));
  });
});

describe("several articles for the same", () => {
  const bij = (id: string, ...voorwaarden: Voorwaarde[]) => artikel(id, { voorwaarden });

  it("are alternatives: one that holds is enough, and the first of those is named", () => {
    const artikelen = [bij("1", "eigen-dossier"), bij("2", "betrokken"), bij("3", "eigen-gemeente")];
    expect(decide(protocolVan(...artikelen), verzoek)).toMatchObject({ artikel: "2" });
    expect(decide(protocolVan(...artikelen.toReversed()), verzoek)).toMatchObject({ artikel: "3" });
  });

  it.each<[string, Reden, Artikel[]]>([
    ["no task", "GEEN_TAAK", [bij("1", "eigen-dossier"), bij("2", "eigen-taak"), bij("3", "betrokken")]],
    ["no involvement", "NIET_BETROKKEN", [bij("1", "eigen-dossier"), bij("2", "betrokken")]],
    ["another gemeente", "ANDERE_GEMEENTE", [bij("1", "betrokken"), bij("2", "eigen-gemeente")]],
    ["no consent", "GEEN_TOESTEMMING", [bij("1", "eigen-taak"), bij("2", "toestemming")]],
    ["nothing that fits a person", "NIET_BETROKKEN", [bij("1", "geaggregeerd"), bij("2", "betrokken")]],
  ])("refuse with the reason nearest to yes, in any order: %s", (_what, reden, artikelen) => {
    const nobody = { ...verzoek, persoon: vreemde };
    expect(decide(protocolVan(...artikelen), nobody)).toEqual(geweigerd(reden));
    expect(decide(protocolVan(...artikelen.toReversed()), nobody)).toEqual(geweigerd(reden));
  });

  it("do not lend each other a condition", () => {
    const artikelen = [bij("1", "betrokken", "eigen-gemeente"), bij("2", "eigen-register", "eigen-gemeente")];
    const hierMaarVreemd = { persoonId: "p1", keten: { ...vreemde.keten, gemeente: "GM1680" } };
    const persoon = hierMaarVreemd as typeof vreemde;
    expect(decide(protocolVan(...artikelen), { ...verzoek, persoon })).toEqual(geweigerd("NIET_BETROKKEN"));
  });
});
