import { describe, expect, it } from "vitest";
import { bekendePersonen } from "./bekende-personen.ts";
import type { Voorbeeldbevolking } from "./tabellen/register.ts";
import { maakVoorbeeldbevolking } from "./voorbeeldbevolking.ts";

/** All that stands about one person in a population. */
function factsOf(
  { gemeente, wpda, vluchtelingenwerk, roc }: Voorbeeldbevolking,
  id: string,
  vandaag: string,
) {
  const own = <Row extends { nieuwkomer_id: string }>(rows: readonly Row[]) =>
    rows.filter(({ nieuwkomer_id }) => nieuwkomer_id === id);
  const nieuwkomer = gemeente.nieuwkomer.find((row) => row.id === id);
  const isLopend = ({ einddatum }: { einddatum: string | null }) =>
    einddatum === null || einddatum >= vandaag;
  return {
    nieuwkomer,
    gezin: gemeente.nieuwkomer.filter(
      (row) => row.gezin_id !== null && row.gezin_id === nieuwkomer?.gezin_id,
    ),
    pip: own(gemeente.pip)[0],
    plicht: own(gemeente.inburgeringsplicht)[0],
    termijn: own(gemeente.inburgeringstermijn)[0],
    doelen: own(gemeente.doel),
    taken: own(gemeente.taak),
    toestemmingen: own(gemeente.toestemming),
    relaties: own(gemeente.ketenrelatie),
    lopendeRelaties: own(gemeente.ketenrelatie)
      .filter(isLopend)
      .map(({ partij, doel, medewerker_id }) => `${partij} ${doel} ${medewerker_id}`),
    klantdossiers: own(wpda.klantdossier),
    uitkeringen: own(wpda.uitkering),
    reintegratie: own(wpda.reintegratievoorziening),
    ontzorgen: own(wpda.ontzorgen),
    begeleidingen: own(vluchtelingenwerk.begeleiding),
    pvt: own(vluchtelingenwerk.pvt),
    bijeenkomsten: own(vluchtelingenwerk.pvt_bijeenkomst),
    inschrijvingen: own(roc.inschrijving),
    lessen: own(roc.les),
    metingen: own(roc.taalniveaumeting),
  };
}

const leefgebieden = ["FINANCIEN", "ONTMOETEN", "SAMENLEVING", "WERK", "ZORG"];

describe.each(["2025-01-01", "2026-11-22", "2030-12-31"])("on %s", (vandaag) => {
  const bevolking = maakVoorbeeldbevolking({ vandaag });
  const facts = (naam: keyof typeof bekendePersonen) => factsOf(bevolking, bekendePersonen[naam].id, vandaag);

  it("every known person lives in the gemeente that the record names", () => {
    for (const { id, gemeente } of Object.values(bekendePersonen)) {
      expect(factsOf(bevolking, id, vandaag).nieuwkomer?.gemeente).toBe(gemeente);
    }
  });

  it("asielstatushouderB1 has a signed PIP on the B1-route, with a doel and a taak on each leefgebied", () => {
    const { nieuwkomer, plicht, termijn, pip, doelen, taken } = facts("asielstatushouderB1");
    expect(nieuwkomer).toMatchObject({ regime: "WI2021", doelgroep: "ASIELSTATUSHOUDER" });
    expect(plicht?.einddatum).toBeNull();
    expect((termijn?.einddatum ?? "") > vandaag).toBe(true);
    expect(pip).toMatchObject({ status: "ONDERTEKEND", leerroute_type: "B1_ROUTE", niveau: "B1" });
    expect(doelen.map(({ leefgebied }) => leefgebied).sort()).toEqual(leefgebieden);
    expect(taken.map(({ leefgebied, partij }) => `${leefgebied} ${partij}`).sort()).toEqual([
      "FINANCIEN gemeente",
      "ONTMOETEN vluchtelingenwerk",
      "SAMENLEVING roc",
      "WERK wpda",
      "ZORG sociaal-team",
    ]);
    expect(
      taken.every(({ status, voortgangsnotitie }) => status === "BEZIG" && voortgangsnotitie !== null),
    ).toBe(true);
  });

  it("asielstatushouderB1 has running dossiers with all three partners", () => {
    const { uitkeringen, reintegratie, begeleidingen, pvt, ...rest } = facts("asielstatushouderB1");
    expect(uitkeringen).toMatchObject([{ einddatum: null }]);
    expect(reintegratie).toMatchObject([{ datum_einde: null }]);
    expect(begeleidingen).toMatchObject([
      { einddatum: null, begeleider_id: "vwn-begeleider-1", notitie: expect.stringContaining("NOTITIE-") },
    ]);
    expect(pvt).toMatchObject([{ datum_ondertekening: null }]);
    expect(rest.bijeenkomsten).toHaveLength(2);
    expect(rest.inschrijvingen).toMatchObject([
      { einddatum: null, soort: "TAALCURSUS_B1", trajectbegeleider_id: "roc-trajectbegeleider-1" },
    ]);
    expect(rest.lessen.length).toBeGreaterThanOrEqual(5);
    expect(rest.metingen).toHaveLength(8);
    expect(rest.ontzorgen.every(({ einddatum }) => einddatum < vandaag)).toBe(true);
  });

  it("asielstatushouderB1 has six running ketenrelaties, one employee for each partner", () => {
    expect(facts("asielstatushouderB1").lopendeRelaties.sort()).toEqual([
      "roc taalaanbod roc-trajectbegeleider-1",
      "roc voortgang roc-trajectbegeleider-1",
      "vluchtelingenwerk maatschappelijke-begeleiding vwn-begeleider-1",
      "vluchtelingenwerk pvt-map vwn-begeleider-1",
      "wpda bijstand wpda-werkcoach-1",
      "wpda reintegratie wpda-werkcoach-1",
    ]);
  });

  it("inAssen has the same ketenrelaties with the same employees, inTynaarlo with others", () => {
    expect(facts("inAssen").lopendeRelaties).toEqual(facts("asielstatushouderB1").lopendeRelaties);
    expect(facts("inTynaarlo").lopendeRelaties).toContain("wpda reintegratie wpda-werkcoach-2");
    expect(facts("inTynaarlo").lopendeRelaties).toHaveLength(6);
  });

  it("jongereOnderwijsroute is nineteen and in a taalschakeltraject", () => {
    const { nieuwkomer, pip, inschrijvingen } = facts("jongereOnderwijsroute");
    const jaren = Number(vandaag.slice(0, 4)) - Number(nieuwkomer?.geboortedatum?.slice(0, 4));
    expect([19, 20]).toContain(jaren);
    expect(pip?.leerroute_type).toBe("ONDERWIJSROUTE");
    expect(inschrijvingen).toMatchObject([{ soort: "TAALSCHAKELTRAJECT", einddatum: null }]);
  });

  it("analfabeetZRoute learns to read and write, and has schuldhulp", () => {
    const { pip, taken, lopendeRelaties } = facts("analfabeetZRoute");
    expect(pip).toMatchObject({ leerroute_type: "Z_ROUTE", niveau: null, alfabetisering: "A" });
    expect(lopendeRelaties).toContain("gkb schuldhulp gkb-1");
    expect(taken.some(({ partij }) => partij === "gkb")).toBe(true);
  });

  it("gezinsmigrant has only the ROC", () => {
    const { nieuwkomer, lopendeRelaties, klantdossiers, begeleidingen, inschrijvingen } =
      facts("gezinsmigrant");
    expect(nieuwkomer?.doelgroep).toBe("GEZINSMIGRANT_EN_OVERIGE_MIGRANT");
    expect(lopendeRelaties.every((relatie) => relatie.startsWith("roc "))).toBe(true);
    expect([...klantdossiers, ...begeleidingen]).toEqual([]);
    expect(inschrijvingen).toHaveLength(1);
  });

  it("oudewetter is still plichtig under the law of 2013, with a PIP and running ketenrelaties", () => {
    const { nieuwkomer, plicht, pip, lopendeRelaties } = facts("oudewetter");
    expect(nieuwkomer?.regime).toBe("WI2013");
    expect(plicht?.einddatum).toBeNull();
    expect(pip).toMatchObject({ status: "ONDERTEKEND", leerroute_type: null });
    expect(lopendeRelaties.length).toBeGreaterThanOrEqual(3);
  });

  it("alleenGemeente has no ketenrelatie and no dossier of any other partij", () => {
    const person = facts("alleenGemeente");
    expect(person.plicht?.einddatum).toBeNull();
    expect(person.relaties).toEqual([]);
    expect([...person.klantdossiers, ...person.begeleidingen, ...person.inschrijvingen]).toEqual([]);
    expect(person.taken.every(({ partij }) => partij === "gemeente")).toBe(true);
  });

  it("gezinMetKinderen has a partner and two children under sixteen at the same address", () => {
    const { nieuwkomer, gezin } = facts("gezinMetKinderen");
    expect(nieuwkomer?.gezinsrol).toBe("OUDER");
    expect(gezin.map(({ gezinsrol }) => gezinsrol).sort()).toEqual(["KIND", "KIND", "OUDER", "PARTNER"]);
    const zestien = `${Number(vandaag.slice(0, 4)) - 16}${vandaag.slice(4)}`;
    const kinderen = gezin.filter(({ gezinsrol }) => gezinsrol === "KIND");
    expect(kinderen.every(({ geboortedatum }) => (geboortedatum ?? "") > zestien)).toBe(true);
    expect(new Set(gezin.map(({ straat, huisnummer }) => `${straat} ${huisnummer}`)).size).toBe(1);
  });

  it("beeindigdeRelatie had WPDA for reintegratie until 30 June of last year", () => {
    const { relaties, lopendeRelaties, klantdossiers, taken } = facts("beeindigdeRelatie");
    const einddatum = `${Number(vandaag.slice(0, 4)) - 1}-06-30`;
    const reintegratie = relaties.filter(({ partij, doel }) => partij === "wpda" && doel === "reintegratie");
    expect(reintegratie).toMatchObject([{ einddatum }]);
    expect(lopendeRelaties.some((relatie) => relatie.startsWith("wpda "))).toBe(false);
    expect(klantdossiers).toMatchObject([{ einddatum }]);
    expect(taken.some(({ partij }) => partij === "wpda")).toBe(false);
  });

  it("metVrijwilliger has a taak of Humanitas, which may call her, and may no longer know her language", () => {
    const { taken, toestemmingen } = facts("metVrijwilliger");
    expect(taken.filter(({ partij }) => partij === "humanitas")).toMatchObject([
      { leefgebied: "FINANCIEN", status: "BEZIG" },
    ]);
    expect(toestemmingen).toMatchObject([
      { partij: "humanitas", gegeven: "contact", vastgelegd_door: "NIEUWKOMER", ingetrokken_op: null },
      { partij: "humanitas", gegeven: "contacttaal", vastgelegd_door: "REGIEVOERDER", wijze: "MONDELING" },
    ]);
    expect((toestemmingen[1]?.ingetrokken_op ?? "9999") < vandaag).toBe(true);
  });

  it("inOntzorgen is in ontzorgen today", () => {
    const { ontzorgen, uitkeringen } = facts("inOntzorgen");
    expect(ontzorgen).toHaveLength(1);
    expect(ontzorgen[0]?.begindatum).toBe(uitkeringen[0]?.ingangsdatum);
    expect((ontzorgen[0]?.begindatum ?? "9999") < vandaag && (ontzorgen[0]?.einddatum ?? "") > vandaag).toBe(
      true,
    );
  });
});
