import { describe, expect, it } from "vitest";
import { run } from "./explain.ts";

const explain = (vraag: string) => run(vraag.split(" "));
const werkcoach = "--partij wpda --rol werkcoach --doel reintegratie";

describe("explain", () => {
  it("says of a field what it requires, which articles open that, and what stays closed", async () => {
    const uitleg = await explain(`${werkcoach} --veld Uitkering.bedragInCenten`);
    expect(uitleg).toContain("Mag wpda · werkcoach voor reintegratie Uitkering.bedragInCenten gebruiken?");
    expect(uitleg).toContain("Nee: geen artikel opent het lezen van uitkeringsbedrag.");
    expect(uitleg).toMatch(/^uitkering \(lezen\): open onder voorwaarden$[\s\S]*^ {2}Artikel 2\.6\. /m);
    expect(uitleg).toMatch(
      /^ {6}eigen-gemeente: de persoon hoort bij een gemeente waarvoor de medewerker werkt$/m,
    );
    expect(uitleg).toMatch(/^ {4}grondslag: Participatiewet artikel 7/m);
    expect(uitleg).toMatch(/^uitkeringsbedrag \(lezen\): dicht \(GEEN_ARTIKEL\)$/m);
  });

  it("says of what is closed for whom it is open, the nearest first", async () => {
    const uitleg = await explain(`${werkcoach} --gegeven uitkeringsbedrag`);
    expect(uitleg.split("Wel open, onder voorwaarden, voor\n")[1]).toMatch(
      /^ {4}wpda · klantmanager, voor bijstand, ontzorgen \(artikel 2\.11, 2\.12\)\n/,
    );
    expect(await explain(`${werkcoach} --gegeven schulden`)).toContain("Voor niemand open.");
  });

  it("says yes under conditions to what is open, to read or to write", async () => {
    const uitleg = await explain(`${werkcoach} --gegeven reintegratie --actie schrijven`);
    expect(uitleg).toContain("Mag wpda · werkcoach voor reintegratie reintegratie schrijven?");
    expect(uitleg).toContain("Ja, onder voorwaarden.");
    expect(uitleg).toContain("  Artikel 2.7. ");
  });

  it("explains a mutation, an argument and an input field by what they write or read", async () => {
    expect(await explain(`${werkcoach} --veld Mutation.registreerReintegratievoorziening`)).toContain(
      "reintegratie (schrijven): open",
    );
    expect(await explain(`${werkcoach} --veld NieuwkomersFilter.leerroute`)).toContain(
      "leerroute-soort (lezen): open",
    );
    expect(await explain(`${werkcoach} --veld PageInfo.endCursor`)).toContain("Vraagt zelf geen gegeven");
  });

  it("says when the doel itself is not agreed", async () => {
    const uitleg = await explain("--partij wpda --rol werkcoach --doel regie --gegeven naam");
    expect(uitleg.replace(/\s+/g, " ")).toContain("een verzoek met dat doel wordt in zijn geheel geweigerd");
  });

  it("explains by another version when that is asked", async () => {
    expect(await explain(`${werkcoach} --gegeven naam --versie 1.0.0`)).toContain(
      "Protocol 1.0.0, geldig vanaf 2026-01-01.",
    );
    await expect(explain(`${werkcoach} --gegeven naam --versie 9.0.0`)).rejects.toThrow(
      'Versie "9.0.0" bestaat niet.',
    );
  });

  it.each<[string, string, string]>([
    [
      "a partij",
      "--partij wdpa --rol werkcoach --doel reintegratie --gegeven bsn",
      'Partij "wdpa" bestaat niet. Verwacht, het meest lijkende eerst: wpda,',
    ],
    [
      "a rol",
      "--partij wpda --rol werkcoch --doel reintegratie --gegeven bsn",
      'Rol van wpda "werkcoch" bestaat niet. Verwacht, het meest lijkende eerst: werkcoach,',
    ],
    [
      "a doel",
      "--partij wpda --rol werkcoach --doel re-integratie --gegeven bsn",
      'Doel "re-integratie" bestaat niet. Verwacht, het meest lijkende eerst: reintegratie,',
    ],
    [
      "a gegeven",
      `${werkcoach} --gegeven bns`,
      'Gegeven "bns" bestaat niet. Verwacht, het meest lijkende eerst: bsn,',
    ],
    [
      "a field",
      `${werkcoach} --veld Uitkering.bedrag`,
      'Veld "Uitkering.bedrag" bestaat niet. Verwacht, het meest lijkende eerst: Uitkering.bedragInCenten,',
    ],
    ["no rol", "--partij wpda --doel reintegratie --gegeven bsn", "--rol ontbreekt."],
    ["nothing to ask about", werkcoach, "Verwacht --veld of --gegeven; er kwam geen van beide."],
    [
      "another actie",
      `${werkcoach} --gegeven bsn --actie wissen`,
      '--actie is lezen of schrijven; er kwam "wissen".',
    ],
    [
      "an actie with a field",
      `${werkcoach} --veld Naam.voornamen --actie lezen`,
      "--actie hoort bij --gegeven.",
    ],
  ])("says what was expected: %s", async (_what, vraag, melding) => {
    await expect(explain(vraag)).rejects.toThrow(melding);
  });
});
