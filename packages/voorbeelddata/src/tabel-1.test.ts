import { describe, expect, it } from "vitest";
import { dag, leeftijd } from "./dagen.ts";
import { maakVoorbeeldbevolking } from "./voorbeeldbevolking.ts";

const { gemeente, wpda } = maakVoorbeeldbevolking({ vandaag: "2026-11-22" });

/** The klantdossiers in Aa en Hunze with an uitkering that runs on a day. */
function ontvangersOp(peildatum: string) {
  const lopend = wpda.uitkering.filter(
    ({ ingangsdatum, einddatum }) =>
      ingangsdatum <= peildatum && (einddatum === null || einddatum >= peildatum),
  );
  expect(new Set(lopend.map(({ nieuwkomer_id }) => nieuwkomer_id)).size).toBe(lopend.length);
  const ids = new Set(lopend.map(({ klantdossier_id }) => klantdossier_id));
  return wpda.klantdossier.filter(({ id, gemeente }) => ids.has(id) && gemeente === "GM1680");
}

function count<T>(list: readonly T[], category: (element: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const element of list) counts[category(element)] = (counts[category(element)] ?? 0) + 1;
  return counts;
}

const leeftijdOp = (peildatum: string) => (dossier: { geboortedatum: string | null }) =>
  leeftijd(dag(dossier.geboortedatum ?? ""), dag(peildatum));

const groepen = [
  [18, 27],
  [28, 35],
  [36, 45],
  [46, 55],
  [56, 65],
] as const;

function leeftijdsgroep(jaren: number): string {
  const groep = groepen.find(([van, tot]) => van <= jaren && jaren <= tot);
  return groep ? groep.join("-") : "anders";
}

describe.each(["2019-11-01", "2019-11-15", "2019-11-30"])("TABEL 1 of the notitie, on %s", (peildatum) => {
  const ontvangers = ontvangersOp(peildatum);

  it("counts 52 people with a running uitkering", () => {
    expect(ontvangers).toHaveLength(52);
  });

  it("counts them by nationaliteit", () => {
    expect(count(ontvangers, ({ nationaliteit }) => nationaliteit ?? "ONBEKEND")).toEqual({
      SYRISCHE: 26,
      ERITRESE: 13,
      NEDERLANDSE: 4,
      LIBISCHE: 1,
      "BURGER VAN NIGERIA": 1,
      IRAAKSE: 1,
      SOEDANESE: 1,
      STAATLOOS: 2,
      ONBEKEND: 3,
    });
  });

  it("counts them by age, thirteen of them younger than thirty", () => {
    const leeftijden = ontvangers.map(leeftijdOp(peildatum));
    expect(count(leeftijden, leeftijdsgroep)).toEqual({
      "18-27": 11,
      "28-35": 18,
      "36-45": 13,
      "46-55": 9,
      "56-65": 1,
    });
    expect(leeftijden.filter((jaren) => jaren < 30)).toHaveLength(13);
  });

  it("counts 34 men and 18 women", () => {
    expect(count(ontvangers, ({ geslacht }) => geslacht)).toEqual({ M: 34, V: 18 });
  });
});

describe("the people of TABEL 1", () => {
  const ontvangers = ontvangersOp("2019-11-01");

  it("are known to the gemeente with the same nationaliteit, geslacht and geboortedatum", () => {
    const bekend = new Map(gemeente.nieuwkomer.map((nieuwkomer) => [nieuwkomer.id, nieuwkomer]));
    for (const { nieuwkomer_id, nationaliteit, geslacht, geboortedatum } of ontvangers) {
      expect(bekend.get(nieuwkomer_id)).toMatchObject({ nationaliteit, geslacht, geboortedatum });
    }
  });

  it("were grown up when their plicht began", () => {
    const begin = new Map(
      gemeente.inburgeringsplicht.map((plicht) => [plicht.nieuwkomer_id, plicht.begindatum]),
    );
    const leeftijden = ontvangers.map((dossier) =>
      leeftijdOp(begin.get(dossier.nieuwkomer_id) ?? "")(dossier),
    );
    expect(Math.min(...leeftijden)).toBeGreaterThanOrEqual(18);
  });

  it("are Dutch only if they had already met their plicht", () => {
    const nederlanders = ontvangers.filter(({ nationaliteit }) => nationaliteit === "NEDERLANDSE");
    for (const { nieuwkomer_id } of nederlanders) {
      const plicht = gemeente.inburgeringsplicht.find((plicht) => plicht.nieuwkomer_id === nieuwkomer_id);
      expect(plicht?.reden_geen).toBe("INBURGERINGSPLICHT_VOLDAAN");
      expect((plicht?.einddatum ?? "9999") < "2019-11-01").toBe(true);
    }
  });
});
