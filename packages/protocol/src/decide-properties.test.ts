import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { artikel, moment, protocolVan } from "../test/verzoek.ts";
import type { Actie, Verzoek } from "./beslissing.ts";
import { decide } from "./decide.ts";
import { type Artikel, type Voorwaarde, voorwaardeNamen } from "./document.ts";
import type { Feiten } from "./feiten.ts";

// A small world, so that questions and articles often meet.
const mostly = (usual: string, other: string) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(other) });
const partij = mostly("wpda", "roc");
const rol = mostly("werkcoach", "docent");
const doel = mostly("reintegratie", "bijstand");
const gegeven = mostly("contact", "bsn");
const medewerker = mostly("an", "bo");
const gemeente = mostly("GM1680", "GM0106");
const dag = fc.constantFrom("2026-01-01", "2026-03-09", "2026-03-10", "2026-03-11", "2027-01-01");
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 2 });

const voorwaarde: fc.Arbitrary<Voorwaarde> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...voorwaardeNamen) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Voorwaarde>(
      { lopend: "ontzorgen" },
      { "eigen-taak": "werk" },
      { "eigen-taak": "zorg" },
    ),
  },
);

const artikelen: fc.Arbitrary<Artikel[]> = fc.array(
  fc
    .record({
      partij,
      rollen: fc.array(rol, { minLength: 1, maxLength: 2 }),
      doelen: fc.array(doel, { minLength: 1, maxLength: 2 }),
      lezen: some(gegeven),
      schrijven: some(gegeven),
      voorwaarden: fc.array(voorwaarde, { minLength: 1, maxLength: 2 }),
    })
    .map((change) => artikel("0", change)),
  { maxLength: 6 },
);

/** Articles with the numbers that they have in a document. */
const numbered = (list: readonly Artikel[]) => list.map((one, index) => ({ ...one, id: `1.${index}` }));

const optional = { requiredKeys: [] as never[] };
const relatie = fc.record({ doel, begindatum: dag }).chain((required) =>
  fc
    .record(
      {
        medewerkerId: medewerker,
        einddatum: dag,
        beeindigdOp: fc.date({ noInvalidDate: false, min: new Date(0), max: new Date("2100-01-01") }),
      },
      optional,
    )
    .map((rest) => ({ ...required, ...rest })),
);

const keten = fc
  .record({
    relaties: some(relatie),
    toestemmingen: some(gegeven),
    openTaken: some(fc.constantFrom("werk", "zorg")),
  })
  .chain((required) => fc.record({ gemeente }, optional).map((rest) => ({ ...required, ...rest })));

const register = fc.record({
  dossiers: some(fc.record({ doelen: some(doel), medewerkers: some(medewerker), gemeente })),
});

const persoon: fc.Arbitrary<Feiten> = fc
  .record(
    {
      keten,
      register,
      lopend: fc.dictionary(fc.constantFrom("ontzorgen", "toString"), fc.option(dag, { nil: undefined })),
    },
    optional,
  )
  .map((known) => ({ persoonId: "p1", ...known }));

const verzoek: fc.Arbitrary<Verzoek> = fc.record({
  afnemer: fc.record({
    partij,
    rol,
    medewerkerId: medewerker,
    gemeenten: some(gemeente),
    nieuwkomerId: fc.constantFrom("p1", "p2"),
  }),
  doel,
  actie: fc.constantFrom<Actie>("lezen", "schrijven"),
  gegeven,
  persoon: fc.oneof(
    { weight: 4, arbitrary: persoon },
    { weight: 1, arbitrary: fc.constant<"geaggregeerd">("geaggregeerd") },
  ),
  moment: fc.date({ noInvalidDate: true, min: new Date("2025-12-31"), max: new Date("2027-01-02") }),
});

const isOpen = (list: readonly Artikel[], question: Verzoek) =>
  decide(protocolVan(...numbered(list)), question).uitkomst === "toegestaan";

describe("every protocol and every question", () => {
  it("meet often enough for what follows to mean something", () => {
    const sample = fc.sample(fc.tuple(artikelen, verzoek), { numRuns: 2000, seed: 1 });
    expect(sample.filter(([list, question]) => isOpen(list, question)).length).toBeGreaterThan(100);
  });

  it("an article that is added closes nothing", () => {
    fc.assert(
      fc.property(artikelen, artikelen, verzoek, (list, added, question) => {
        fc.pre(isOpen(list, question));
        expect(isOpen([...list, ...added], question)).toBe(true);
        expect(isOpen([...added, ...list], question)).toBe(true);
      }),
      { maxSkipsPerRun: 2000 },
    );
  });

  it("the order of the articles changes neither whether nor why not", () => {
    const shuffled = artikelen.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, verzoek, ([list, other], question) => {
        const one = decide(protocolVan(...numbered(list)), question);
        const two = decide(protocolVan(...numbered(other)), question);
        expect(two.uitkomst).toBe(one.uitkomst);
        if (one.uitkomst === "geweigerd") expect(two).toEqual(one);
      }),
    );
  });

  it("the order of the conditions in an article changes nothing", () => {
    fc.assert(
      fc.property(artikelen, verzoek, (list, question) => {
        const reversed = list.map((one) => ({ ...one, voorwaarden: one.voorwaarden.toReversed() }));
        expect(decide(protocolVan(...numbered(reversed)), question)).toEqual(
          decide(protocolVan(...numbered(list)), question),
        );
      }),
    );
  });

  it("nothing outside the document is ever shared", () => {
    fc.assert(
      fc.property(artikelen, verzoek, fc.string(), (list, question, text) => {
        fc.pre(
          !["contact", "bsn", "wpda", "roc", "werkcoach", "docent", "reintegratie", "bijstand"].includes(
            text,
          ),
        );
        const { afnemer } = question;
        expect(isOpen(list, { ...question, gegeven: text })).toBe(false);
        expect(isOpen(list, { ...question, doel: text })).toBe(false);
        expect(isOpen(list, { ...question, afnemer: { ...afnemer, rol: text } })).toBe(false);
        expect(isOpen(list, { ...question, afnemer: { ...afnemer, partij: text } })).toBe(false);
      }),
    );
  });

  it("what opens for a person of whom nothing is known, opens for that person himself", () => {
    fc.assert(
      fc.property(artikelen, verzoek, (list, question) => {
        const unknown = { ...question, persoon: { persoonId: "p1" } };
        fc.pre(isOpen(list, unknown));
        expect(question.afnemer.nieuwkomerId).toBe("p1");
      }),
      { maxSkipsPerRun: 5000 },
    );
  });

  it("an article about persons opens no figure, and one about figures no person", () => {
    fc.assert(
      fc.property(artikelen, verzoek, (list, question) => {
        fc.pre(isOpen(list, question));
        const cijfer = question.persoon === "geaggregeerd";
        const others = list.filter(({ voorwaarden }) => voorwaarden.includes("geaggregeerd") !== cijfer);
        expect(isOpen(others, question)).toBe(false);
      }),
      { maxSkipsPerRun: 2000 },
    );
  });

  it("facts of any shape are an answer, never an exception", () => {
    const text = fc.string();
    const anyFeiten = fc.record({
      persoonId: text,
      keten: fc.record({
        gemeente: text,
        relaties: fc.array(
          fc.record({
            doel,
            medewerkerId: text,
            begindatum: text,
            einddatum: text,
            beeindigdOp: fc.date({ noInvalidDate: false }),
          }),
        ),
        toestemmingen: fc.array(text),
        openTaken: fc.array(text),
      }),
      register: fc.record({
        dossiers: fc.array(
          fc.record({ doelen: fc.array(text), medewerkers: fc.array(text), gemeente: text }),
        ),
      }),
      lopend: fc.dictionary(text, text),
    });
    fc.assert(
      fc.property(artikelen, verzoek, anyFeiten, (list, question, strange) => {
        const answer = decide(protocolVan(...numbered(list)), { ...question, persoon: strange, moment });
        expect(["toegestaan", "geweigerd"]).toContain(answer.uitkomst);
      }),
    );
  });
});
