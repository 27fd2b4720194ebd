import type { Afnemer, Verzoek } from "../src/beslissing.ts";
import { type CompiledProtocol, compileProtocol } from "../src/compile.ts";
import type { Artikel, Partij } from "../src/document.ts";
import type { Feiten, KetenFeiten, Ketenrelatie } from "../src/feiten.ts";
import type { Onderzoek } from "../src/voorwaarden/toets.ts";

/** Noon on an ordinary day; in the Netherlands it is `vandaag`. */
export const moment = new Date("2026-03-10T11:00:00Z");
export const gisteren = "2026-03-09";
export const vandaag = "2026-03-10";
export const morgen = "2026-03-11";

export const afnemer: Afnemer = {
  partij: "wpda",
  rol: "werkcoach",
  medewerkerId: "an",
  gemeenten: ["GM1680"],
};

/** A ketenrelatie that runs, and names the caller. */
export const relatie: Ketenrelatie = {
  doel: "reintegratie",
  medewerkerId: "an",
  begindatum: "2026-01-01",
};

/** What the gemeente says about somebody of whom everything is true. */
export const keten: KetenFeiten = {
  gemeente: "GM1680",
  relaties: [relatie],
  toestemmingen: ["contact"],
  openTaken: ["werk"],
};

export const feiten: Feiten = { persoonId: "p1", keten };

/** Everything known, and nothing true: somebody the caller has nothing to do with. */
export const vreemde: Feiten = {
  persoonId: "p2",
  keten: { gemeente: "GM0106", relaties: [], toestemmingen: [], openTaken: [] },
};

export const verzoek: Verzoek & { persoon: Feiten } = {
  afnemer,
  doel: "reintegratie",
  actie: "lezen",
  gegeven: "contact",
  persoon: feiten,
  moment,
};

/** What a condition is examined against: the request above, with one change. For bijstand there is a naloop of two weeks. */
export function onderzoekOf(change: Partial<Verzoek> = {}): Onderzoek {
  const changed = { ...verzoek, ...change };
  return { protocol: protocolVan(), verzoek: changed, persoon: changed.persoon };
}

/** The same about a person of whom the gemeente says something else. */
export function metKeten(change: Partial<KetenFeiten>): Onderzoek {
  return onderzoekOf({ persoon: { ...feiten, keten: { ...keten, ...change } } });
}

/** The same about a person with one ketenrelatie, which is a little different, at a moment. */
export function metRelatie(change: Partial<Ketenrelatie>, at = moment): Onderzoek {
  const persoon = { ...feiten, keten: { ...keten, relaties: [{ ...relatie, ...change }] } };
  return onderzoekOf({ persoon, moment: at });
}

/** An article for the request above. */
export function artikel(id: string, change: Partial<Artikel> = {}): Artikel {
  return {
    id,
    tekst: "Een artikel.",
    partij: "wpda",
    rollen: ["werkcoach"],
    doelen: ["reintegratie"],
    lezen: ["contact"],
    voorwaarden: ["betrokken"],
    grondslag: [`Wet artikel ${id}`],
    ...change,
  };
}

/** A protocol of these articles. */
export function protocolVan(...artikelen: readonly Artikel[]): CompiledProtocol {
  return compileProtocol({
    protocol: "Proef",
    versie: "1.0.0",
    geldigVanaf: "2026-01-01",
    drempelKleineAantallen: 10,
    partijen: [partij("wpda", "1"), partij("roc", "2")],
    doelen: [
      { id: "reintegratie", omschrijving: "Zonder naloop.", grondslag: ["Wet"] },
      { id: "bijstand", omschrijving: "Met naloop.", grondslag: ["Wet"], naloop: "P14D" },
    ],
    gegevens: ["contact", "bsn"].map((id) => ({
      id,
      bronhouder: "wpda",
      omschrijving: id,
      bewaartermijn: "P5Y",
    })),
    artikelen: [...artikelen],
  });
}

// Private.
function partij(id: string, digit: string): Partij {
  return {
    id,
    naam: id,
    oin: [digit.repeat(20)],
    rollen: ["werkcoach", "docent"].map((rol) => ({ id: rol, omschrijving: rol })),
  };
}
