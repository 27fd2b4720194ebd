import { readProtocolFile } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";
import type { Afnemer, Beslissing } from "./beslissing.ts";
import { afspraakSleutel } from "./compile.ts";
import { decide } from "./decide.ts";
import { leefgebieden } from "./document.ts";
import { type Feiten, geenFeiten } from "./feiten.ts";

const protocol = await readProtocolFile();
const { partijen, doelen, gegevens, artikelen } = protocol.document;
const moment = new Date("2026-03-10T11:00:00Z");

/** Every (partij, rol, doel) that was agreed; who names another one is refused before anything is decided. */
const profielen = partijen.flatMap((partij) =>
  partij.rollen.flatMap((rol) =>
    agreedDoelen(partij.id, rol.id).map((doel) => ({
      afnemer: {
        partij: partij.id,
        rol: rol.id,
        medewerkerId: "an",
        gemeenten: ["GM1680"],
        ...(partij.id === "nieuwkomer" ? { nieuwkomerId: "p1" } : {}),
      } satisfies Afnemer,
      doel: doel.id,
    })),
  ),
);

function agreedDoelen(partij: string, rol: string) {
  return doelen.filter(({ id }) => protocol.afspraken.has(afspraakSleutel(partij, rol, id)));
}

/** What is known of somebody with whom the caller has nothing to do, who lives in this gemeente. */
const ongemoeid = (gemeente: string, lopend?: Feiten["lopend"]): Feiten => ({
  persoonId: "p2",
  keten: { gemeente, relaties: [], toestemmingen: [], openTaken: [] },
  register: { dossiers: [] },
  ...(lopend ? { lopend } : {}),
});

/** Every answer of the protocol about one person: by who asks, what for and what. */
function* answers(persoon: Feiten): Generator<[vraag: string, beslissing: Beslissing]> {
  for (const { afnemer, doel } of profielen) {
    for (const { id: gegeven } of gegevens) {
      for (const actie of ["lezen", "schrijven"] as const) {
        const vraag = [afnemer.partij, afnemer.rol, doel, actie, gegeven].join(" ");
        yield [vraag, decide(protocol, { afnemer, doel, actie, gegeven, moment, persoon })];
      }
    }
  }
}

/** The questions of which the answer differs, about the one person and the other. */
function differences(one: Feiten, other: Feiten): readonly string[] {
  const others = new Map(answers(other));
  return [...answers(one)]
    .filter(([vraag, beslissing]) => JSON.stringify(others.get(vraag)) !== JSON.stringify(beslissing))
    .map(([vraag]) => vraag);
}

describe("the agreed protocol", () => {
  it("numbers every article once", () => {
    const ids = artikelen.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it("gives every partij and every rol at least one article", () => {
    const spoken = new Set(
      artikelen.flatMap(({ partij, rollen }) => rollen.map((rol) => `${partij} ${rol}`)),
    );
    const all = partijen.flatMap(({ id, rollen }) => rollen.map((rol) => `${id} ${rol.id}`));
    expect(all.filter((one) => !spoken.has(one))).toEqual([]);
  });

  it("uses every doel", () => {
    const used = new Set(artikelen.flatMap((artikel) => artikel.doelen));
    expect(doelen.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  it("opens every gegeven but those that it says are closed", () => {
    const opened = new Set(
      artikelen.flatMap(({ lezen, schrijven }) => [...(lezen ?? []), ...(schrijven ?? [])]),
    );
    const closed = gegevens.map(({ id }) => id).filter((id) => !opened.has(id));
    expect(closed).toEqual(["aandachtspunten", "verzuimreden", "schulden"]);
  });

  it("shares a special category with nobody but the authorised, the person and who supplies it", () => {
    const bijzonder = new Set(gegevens.filter((one) => one.bijzonder).map(({ id }) => id));
    const readers = artikelen
      .filter(({ lezen }) => lezen?.some((gegeven) => bijzonder.has(gegeven)))
      .map(({ id, partij }) => `${id} ${partij}`);
    expect(readers).toEqual([
      "1.17 gemeente",
      "1.17a gemeente",
      "1.18 gemeente",
      "2.5 wpda",
      "8.2 sociaal-team",
      "10.4 nieuwkomer",
    ]);
  });

  it("shares the burgerservicenummer with nobody but who the law names", () => {
    const readers = artikelen.filter(({ lezen }) => lezen?.includes("bsn")).map(({ partij }) => partij);
    expect([...new Set(readers)]).toEqual(["gemeente", "wpda", "roc", "duo", "coa", "nieuwkomer"]);
  });

  it("asks for the person himself in every article of the nieuwkomer, and in no other", () => {
    for (const { partij, voorwaarden } of artikelen) {
      expect(voorwaarden.includes("eigen-dossier")).toBe(partij === "nieuwkomer");
    }
  });

  it("asks consent of nobody but for the voluntary help of the outer ring, and never of a government or a school", () => {
    const asking = artikelen.filter(({ voorwaarden }) => voorwaarden.includes("toestemming"));
    expect([...new Set(asking.map(({ partij }) => partij))]).toEqual([
      "attenta",
      "humanitas",
      "impuls",
      "lemat",
      "vip",
      "buurtsportcoaches",
    ]);
    expect([...new Set(asking.flatMap(({ lezen }) => lezen))]).toEqual(["contact", "contacttaal"]);
    for (const { schrijven, grondslag, id } of asking) {
      expect(schrijven, id).toBeUndefined();
      expect(grondslag, id).toContain("AVG artikel 6 lid 1 onder a");
    }
  });

  it("opens to the outer ring nothing without a task of its own", () => {
    const ring = artikelen.filter(
      ({ doelen, partij }) => doelen.includes("pip-taak") && partij !== "nieuwkomer",
    );
    expect(ring.length).toBeGreaterThan(15);
    for (const { id, voorwaarden } of ring) {
      const taak = voorwaarden.filter(
        (one) => one === "eigen-taak" || (typeof one !== "string" && "eigen-taak" in one),
      );
      expect(taak, id).toHaveLength(1);
    }
  });

  it("lets whoever assigns a task write on every leefgebied, for the same doelen and people", () => {
    const writing = (gegeven: string) =>
      artikelen
        .filter(({ schrijven }) => schrijven?.includes(gegeven))
        .flatMap(({ partij, rollen, doelen, voorwaarden }) =>
          rollen.flatMap((rol) => doelen.map((doel) => [partij, rol, doel, ...voorwaarden].join(" "))),
        );
    const assigning = writing("taaktoekenning");
    expect(assigning.length).toBeGreaterThan(0);
    for (const leefgebied of leefgebieden)
      expect(writing(`leefgebied-${leefgebied}`)).toEqual(expect.arrayContaining(assigning));
  });

  it("gives no doel a naloop: no law gives a reason to go on reading", () => {
    expect(doelen.filter(({ naloop }) => naloop !== undefined)).toEqual([]);
  });

  it("lets figures stand alone: no article about figures has another condition", () => {
    for (const { voorwaarden } of artikelen.filter((one) => one.voorwaarden.includes("geaggregeerd"))) {
      expect(voorwaarden).toEqual(["geaggregeerd"]);
    }
  });
});

describe("somebody who does not exist", () => {
  const nobody = { ...geenFeiten("p2"), register: { dossiers: [] } };

  it("looks the same to everybody as somebody elsewhere with whom they have nothing to do", () => {
    expect(differences(nobody, ongemoeid("GM0106"))).toEqual([]);
    expect(differences({ ...nobody, lopend: {} }, ongemoeid("GM0106", {}))).toEqual([]);
  });

  it("looks the same as somebody who lives here, but to who may know all who live here", () => {
    const everybodyHere = new Set(
      artikelen
        .filter(({ voorwaarden }) => voorwaarden.every((one) => one === "eigen-gemeente"))
        .map(({ partij }) => partij),
    );
    expect([...everybodyHere]).toEqual(["gemeente"]);
    const told = differences(nobody, ongemoeid("GM1680"));
    expect(told.filter((vraag) => !vraag.startsWith("gemeente "))).toEqual([]);
  });

  it("does not even betray, with an ontzorgen that runs or is over, that somebody is being helped", () => {
    for (const totEnMet of ["2026-03-09", "2026-12-31"]) {
      const helped = ongemoeid("GM1680", { ontzorgen: totEnMet });
      const told = differences({ ...nobody, lopend: {} }, helped);
      expect(told.filter((vraag) => !vraag.startsWith("gemeente "))).toEqual([]);
    }
  });

  it("is shared with nobody", () => {
    expect([...answers(nobody)].filter(([, { uitkomst }]) => uitkomst === "toegestaan")).toEqual([]);
  });
});

describe("somebody of whom nothing is known", () => {
  it("is shared with nobody: no proof is no", () => {
    const unknown = { persoonId: "p2" };
    expect([...answers(unknown)].filter(([, { uitkomst }]) => uitkomst === "toegestaan")).toEqual([]);
  });
});
