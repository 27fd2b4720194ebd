import { describe, expect, it } from "vitest";
import { ask } from "../support/ask.ts";
import { bellers } from "../support/callers.ts";

const uitkeringscijfers = `query ($peildatum: Date!) { uitkeringscijfers(gemeente: "GM1680", peildatum: $peildatum) {
  totaal { weergave aantal } jongerDanDertig { weergave }
  naarNationaliteit { categorie weergave } naarLeeftijd { categorie weergave } naarGeslacht { categorie weergave } } }`;
const inburgeringscijfers = `query ($peildatum: Date!, $gemeente: Gemeentecode!) {
  inburgeringscijfers(gemeente: $gemeente, peildatum: $peildatum) {
    tellingen { kenmerk inIederGeval cellen { categorie weergave aantal } } } }`;

type Cel = { readonly categorie: string; readonly weergave: string };
const table = (cellen: readonly Cel[]) =>
  Object.fromEntries(cellen.map(({ categorie, weergave }) => [categorie, weergave]));

describe("TABEL 1 of the notitie: uitkeringen in Aa en Hunze in November 2019", () => {
  const { klantmanager, beleidsmedewerker } = bellers;
  const beleid = { ...beleidsmedewerker };

  for (const peildatum of ["2019-11-01", "2019-11-15", "2019-11-30"]) {
    it(`comes out exactly for a klantmanager on ${peildatum}`, async () => {
      const { data, errors } = await ask({ ...klantmanager, doel: "verantwoording" }, uitkeringscijfers, {
        peildatum,
      });
      expect(errors).toEqual([]);
      const { totaal, jongerDanDertig, naarNationaliteit, naarLeeftijd, naarGeslacht } =
        data.uitkeringscijfers;
      expect(totaal).toEqual({ weergave: "52", aantal: 52 });
      expect(jongerDanDertig.weergave).toBe("13");
      expect(table(naarNationaliteit)).toEqual({
        SYRISCHE: "26",
        ERITRESE: "13",
        NEDERLANDSE: "4",
        LIBISCHE: "1",
        "BURGER VAN NIGERIA": "1",
        IRAAKSE: "1",
        SOEDANESE: "1",
        STAATLOOS: "2",
        ONBEKEND: "3",
      });
      expect(table(naarLeeftijd)).toEqual({
        "18-27": "11",
        "28-35": "18",
        "36-45": "13",
        "46-55": "9",
        "56-65": "1",
      });
      expect(table(naarGeslacht)).toEqual({ M: "34", V: "18" });
    });
  }

  it("hides every count from a beleidsmedewerker that could point at a person", async () => {
    const { data, errors } = await ask(beleid, uitkeringscijfers, { peildatum: "2020-01-01" });
    expect(errors).toEqual([]);
    const cells: Cel[] = [
      data.uitkeringscijfers.naarNationaliteit,
      data.uitkeringscijfers.naarLeeftijd,
    ].flat();
    for (const { weergave } of cells)
      expect(weergave === "*" || weergave === "0" || Number(weergave) >= 10).toBe(true);
    expect(cells.filter(({ weergave }) => weergave === "*").length).toBeGreaterThan(1);
  });

  it("gives a beleidsmedewerker only 1 January and 1 July that have been, so that no two days differ by one person", async () => {
    for (const peildatum of ["2019-11-01", "2031-07-01", "9999-01-01"]) {
      const { errors } = await ask(beleid, uitkeringscijfers, { peildatum });
      expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", veld: "peildatum" });
    }
  });
});

describe("the figures of DUO on 1 January 2020", () => {
  const askFigures = (gemeente = "GM1680") =>
    ask(bellers.beleidsmedewerker, inburgeringscijfers, { peildatum: "2020-01-01", gemeente });

  it.each([
    ["INBURGERINGSPLICHTIG_GEWORDEN", 108],
    ["VOLDAAN", 39],
    ["NOG_INBURGERINGSPLICHTIG", 43],
    ["EXAMEN_A2", 33],
    ["EXAMEN_B1", 9],
    ["EXAMEN_B2", 6],
    ["ONTHEFFING_GEKREGEN", 19],
    ["VERLENGING_GEKREGEN", 79],
    ["TERMIJN_VERLOOPT_BINNEN_6_MAANDEN", 4],
    ["TERMIJN_VERLOOPT_6_TOT_12_MAANDEN", 17],
  ])("say of %s: in ieder geval %i", async (kenmerk, aantal) => {
    const { data } = await askFigures();
    const telling = data.inburgeringscijfers.tellingen.find(
      (one: { kenmerk: string }) => one.kenmerk === kenmerk,
    );
    expect(telling.inIederGeval).toBe(aantal);
  });

  it("show a regievoerder the cells, a small one as a star without a number", async () => {
    const variables = { peildatum: "2020-01-01", gemeente: "GM1680" };
    const { data } = await ask(
      { ...bellers.regievoerder, doel: "verantwoording" },
      inburgeringscijfers,
      variables,
    );
    const cellen = data.inburgeringscijfers.tellingen.flatMap(
      (telling: { cellen: object[] }) => telling.cellen,
    );
    expect(cellen.some(({ weergave }: Cel) => weergave === "*")).toBe(true);
    for (const { weergave, aantal } of cellen) {
      if (weergave === "*") expect(aantal).toBeNull();
      else expect(aantal).toBeGreaterThanOrEqual(10);
    }
  });

  it("show a beleidsmedewerker the lower bounds and no cells, which could be subtracted from each other", async () => {
    const { data } = await askFigures();
    for (const { cellen } of data.inburgeringscijfers.tellingen) expect(cellen).toBeNull();
  });

  it("are refused about a gemeente for which the caller does not work", async () => {
    const { data, errors } = await askFigures("GM0106");
    expect(data.inburgeringscijfers).toBeNull();
    expect(errors[0]?.extensions["reden"]).toBe("ANDERE_GEMEENTE");
  });
});
