import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, refusals } from "../support/ask.ts";
import { type Beller, bellers } from "../support/callers.ts";
import { type Ketenrelaties, ketenrelaties, sleutel } from "../support/ketenrelaties.ts";
import { type OwnHub, startOwnHub, startTimeout } from "../support/own-hub.ts";
import { schuldhulpverlener, taakbeller, zelf } from "../support/ring.ts";
import { variant } from "../support/variant-protocol.ts";

const start = "2026-12-01T11:00:00.000Z";
const { regievoerder, werkcoach, trajectbegeleider, beleidsmedewerker } = bellers;
const { alleenGemeente, analfabeetZRoute, jongereOnderwijsroute, inAssen, inTynaarlo } = bekendePersonen;
const { gezinMetKinderen, beeindigdeRelatie, metVrijwilliger, inOntzorgen } = bekendePersonen;

let hub: OwnHub;
beforeAll(async () => {
  hub = await startOwnHub(start, variant);
}, startTimeout);
afterAll(() => hub.stop());
beforeEach(() => {
  hub.setClock(start);
  hub.setProtocol();
});

const wie = "query ($id: ID!) { nieuwkomer(id: $id) { id naam { geslachtsnaam } } }";
const niemand = '{"data":{"nieuwkomer":null}}\n';
const knows = async (beller: Beller, { id }: { id: string }) =>
  (await hub.ask(beller, wie, { id })).data.nieuwkomer !== null;
const knowsAt = async (moment: string, beller: Beller, person: { id: string }) => {
  hub.setClock(moment);
  return knows(beller, person);
};
const eerste = ({ errors }: Answer) => errors[0]?.extensions;
const started = (...args: Parameters<Ketenrelaties["start"]>) => ketenrelaties(hub).started(...args);
const beeindig = (...args: Parameters<Ketenrelaties["end"]>) => ketenrelaties(hub).end(...args);

describe("betrokken", () => {
  const naLaatsteDag = "2026-12-10T23:00:00.000Z";
  const eindeNaloop = "2026-12-24T23:00:00.000Z";

  it("begins at the midnight before the first day and ends at the midnight after the last, in the Netherlands", async () => {
    const { id, versie, toegangTot } = await started(alleenGemeente, { begindatum: "2026-12-03" });
    expect(toegangTot).toBeNull();
    expect(await knowsAt("2026-12-02T22:59:59.999Z", werkcoach, alleenGemeente)).toBe(false);
    expect(await knowsAt("2026-12-02T23:00:00.000Z", werkcoach, alleenGemeente)).toBe(true);

    const ended = await beeindig(id, versie, { einddatum: "2026-12-10" });
    expect(ended.data.beeindigKetenrelatie.ketenrelatie).toMatchObject({
      einddatum: "2026-12-10",
      toegangTot: naLaatsteDag,
    });
    expect(await knowsAt("2026-12-10T22:59:59.999Z", werkcoach, alleenGemeente)).toBe(true);
    expect(await knowsAt(naLaatsteDag, werkcoach, alleenGemeente)).toBe(false);
    expect((await hub.ask(werkcoach, wie, { id: alleenGemeente.id })).text).toBe(niemand);
  });

  it("goes on for reading in the naloop of a doel that has one, here and at the other bronhouders", async () => {
    hub.setProtocol(variant);
    const elders = "query ($id: ID!) { nieuwkomer(id: $id) { inschrijvingen { opleiding } } }";
    hub.setClock("2026-12-24T22:59:59.999Z");
    const { data, errors } = await hub.ask(werkcoach, elders, { id: alleenGemeente.id });
    expect({ data, errors }).toEqual({ data: { nieuwkomer: { inschrijvingen: [] } }, errors: [] });
    expect(await knowsAt(eindeNaloop, werkcoach, alleenGemeente)).toBe(false);

    hub.setClock("2026-12-15T12:00:00.000Z");
    const wieNog = `query ($id: ID!) { nieuwkomer(id: $id) { betrokkenen { partij doel einddatum toegangTot } } }`;
    const regie = await hub.ask(regievoerder, wieNog, { id: alleenGemeente.id });
    expect(regie.data.nieuwkomer.betrokkenen).toEqual([
      { partij: "wpda", doel: "reintegratie", einddatum: "2026-12-10", toegangTot: eindeNaloop },
    ]);
    hub.setProtocol();
    expect(
      (await hub.ask(regievoerder, wieNog, { id: alleenGemeente.id })).data.nieuwkomer.betrokkenen,
    ).toEqual([]);
  });

  it("does not go on for writing in the naloop", async () => {
    const ken = `mutation ($input: KenTaakToeInput!) { kenTaakToe(input: $input) { taak { id versie } } }`;
    const taak = { partij: "wpda", leefgebied: "WERK", omschrijving: "Zoekt een plek." };
    const input = { nieuwkomerId: alleenGemeente.id, ...taak, ...sleutel() };
    const given = (await hub.ask(regievoerder, ken, { input })).data.kenTaakToe.taak;
    hub.setProtocol(variant);
    hub.setClock("2026-12-15T12:00:00.000Z");
    const mijn = "{ mijnTaken(first: 500) { edges { node { id } } } }";
    const { data } = await hub.ask(werkcoach, mijn);
    expect(data.mijnTaken.edges.map(({ node }: { node: { id: string } }) => node.id)).toContain(given.id);

    const meld = `mutation ($input: MeldVoortgangInput!) { meldVoortgang(input: $input) { taak { id status } } }`;
    const melding = { taakId: given.id, versie: given.versie, status: "BEZIG" };
    const inNaloop = await hub.ask(werkcoach, meld, { input: { ...melding, ...sleutel() } });
    expect(eerste(inNaloop)).toMatchObject({ gegeven: "taken", reden: "NIET_BETROKKEN" });
    hub.setClock("2026-12-10T12:00:00.000Z");
    expect((await hub.ask(werkcoach, meld, { input: { ...melding, ...sleutel() } })).errors).toEqual([]);
  });

  it("is over at the very moment at which it is ended at once, without a naloop", async () => {
    hub.setProtocol(variant);
    hub.setClock("2026-12-28T12:00:00.000Z");
    const { id, versie } = await started(alleenGemeente);
    expect(await knows(werkcoach, alleenGemeente)).toBe(true);
    const ended = await beeindig(id, versie);
    expect(ended.data.beeindigKetenrelatie.ketenrelatie.toegangTot).toBe("2026-12-28T12:00:00.000Z");
    expect(await knows(werkcoach, alleenGemeente)).toBe(false);
    expect(await knowsAt("2026-12-28T11:59:59.999Z", werkcoach, alleenGemeente)).toBe(true);
  });
});

describe("eigen-caseload", () => {
  const docent = (nummer: number): Beller => ({
    ...trajectbegeleider,
    rol: "docent",
    doel: "voortgang",
    medewerker: `roc-docent-${nummer}`,
  });

  it("shows a docent his own pupils, and those of a colleague as people who do not exist", async () => {
    expect(await knows(docent(1), analfabeetZRoute)).toBe(true);
    expect((await hub.ask(docent(2), wie, { id: analfabeetZRoute.id })).text).toBe(niemand);
    expect(await knows(docent(2), jongereOnderwijsroute)).toBe(true);
  });

  it("moves a pupil to another docent at the next request", async () => {
    const query = "query ($id: ID!) { nieuwkomer(id: $id) { betrokkenen { id partij doel versie } } }";
    const { data } = await hub.ask(regievoerder, query, { id: jongereOnderwijsroute.id });
    const order = { partij: "roc", doel: "voortgang" };
    const huidige = data.nieuwkomer.betrokkenen.find(
      ({ partij, doel }: { partij: string; doel: string }) => partij === order.partij && doel === order.doel,
    );
    await beeindig(huidige.id, huidige.versie);
    expect(await knows(docent(2), jongereOnderwijsroute)).toBe(false);
    await started(jongereOnderwijsroute, { ...order, medewerkerId: "roc-docent-1" });
    expect(await knows(docent(1), jongereOnderwijsroute)).toBe(true);
    expect(await knows(docent(2), jongereOnderwijsroute)).toBe(false);
  });
});

describe("eigen-gemeente", () => {
  it("shows a regievoerder everybody in the gemeenten of his token, and nobody elsewhere", async () => {
    const twee = { ...regievoerder, gemeenten: ["GM1680", "GM0106"] };
    expect(await knows(twee, alleenGemeente)).toBe(true);
    expect(await knows(twee, inAssen)).toBe(true);
    expect((await hub.ask(twee, wie, { id: inTynaarlo.id })).text).toBe(niemand);
    expect(await knows({ ...regievoerder, gemeenten: [] }, alleenGemeente)).toBe(false);
  });

  it("holds beside involvement: a werkcoach who works elsewhere does not see who WPDA is involved with", async () => {
    expect(await knows({ ...werkcoach, gemeenten: ["GM0106"] }, inAssen)).toBe(true);
    expect(await knows({ ...werkcoach, gemeenten: ["GM1680"] }, inAssen)).toBe(false);
  });
});

describe("eigen-dossier", () => {
  const inzage = zelf("gezinMetKinderen", "inzage");

  it("shows a nieuwkomer himself, and of his gezin himself alone", async () => {
    const query = `query ($id: ID!) { nieuwkomers { totalCount }
      nieuwkomer(id: $id) { id bsn huishoudgrootte gezin { leden { nieuwkomer { id } } } } }`;
    const { data, errors } = await hub.ask(inzage, query, { id: gezinMetKinderen.id });
    expect(errors).toEqual([]);
    expect(data.nieuwkomers).toEqual({ totalCount: 1 });
    expect(data.nieuwkomer).toMatchObject({
      bsn: expect.stringMatching(/^9999/),
      huishoudgrootte: 4,
      gezin: { leden: [{ nieuwkomer: { id: gezinMetKinderen.id } }] },
    });
  });

  it("shows him nobody else, whoever he says that he is for another rol", async () => {
    expect((await hub.ask(inzage, wie, { id: alleenGemeente.id })).text).toBe(niemand);
    const coach = { ...werkcoach, nieuwkomerId: alleenGemeente.id };
    expect((await hub.ask(coach, wie, { id: inTynaarlo.id })).text).toBe(niemand);
  });
});

describe("eigen-register", () => {
  const query = "{ mijnKlanten(first: 500) { edges { node { nieuwkomer { id } } } } }";
  const klantenAt = async (moment: string): Promise<readonly string[]> => {
    hub.setClock(moment);
    const { data } = await hub.ask(werkcoach, query);
    return data.mijnKlanten.edges.map(
      ({ node }: { node: { nieuwkomer: { id: string } } }) => node.nieuwkomer.id,
    );
  };

  it("holds through the last day of a dossier, to midnight in the Netherlands", async () => {
    expect(await klantenAt("2025-06-30T21:59:59.999Z")).toContain(beeindigdeRelatie.id);
    expect(await klantenAt("2025-06-30T22:00:00.000Z")).not.toContain(beeindigdeRelatie.id);
  });
});

describe("eigen-taak", () => {
  it("shows a sociaal team the people of its own gemeente for whom it has a task", async () => {
    const team = taakbeller("sociaal-team");
    expect(await knows(team, metVrijwilliger)).toBe(true);
    expect((await hub.ask(team, wie, { id: alleenGemeente.id })).text).toBe(niemand);
    expect(await knows({ ...team, gemeenten: ["GM0106"] }, metVrijwilliger)).toBe(false);
  });
});

describe("toestemming", () => {
  const humanitas = taakbeller("humanitas");
  const nieuwkomer = zelf("metVrijwilliger");
  const { id } = metVrijwilliger;
  const geef = (gegeven: string) => {
    const input = { nieuwkomerId: id, partij: "humanitas", gegeven, ...sleutel() };
    const mutation = `mutation ($input: GeefToestemmingInput!) {
      geefToestemming(input: $input) { toestemming { versie gegevenOp } } }`;
    return hub.ask(nieuwkomer, mutation, { input });
  };
  const trekIn = (gegeven: string, versie: number) => {
    const input = { nieuwkomerId: id, partij: "humanitas", gegeven, versie, ...sleutel() };
    const mutation = `mutation ($input: TrekToestemmingInInput!) {
      trekToestemmingIn(input: $input) { toestemming { ingetrokkenOp } } }`;
    return hub.ask(nieuwkomer, mutation, { input });
  };

  it("counts from the very moment at which it is given until that at which it is withdrawn", async () => {
    const taalAt = async (moment: string) => {
      hub.setClock(moment);
      const { data } = await hub.ask(humanitas, "query ($id: ID!) { nieuwkomer(id: $id) { contacttaal } }", {
        id,
      });
      return data.nieuwkomer.contacttaal;
    };
    const given = (await geef("contacttaal")).data.geefToestemming.toestemming;
    expect(given.gegevenOp).toBe(start);
    expect(await taalAt("2026-12-01T10:59:59.999Z")).toBeNull();
    expect(await taalAt(start)).toEqual(expect.any(String));

    const einde = "2026-12-09T09:00:00.000Z";
    hub.setClock(einde);
    const withdrawn = await trekIn("contacttaal", given.versie);
    expect(withdrawn.data.trekToestemmingIn.toestemming.ingetrokkenOp).toBe(einde);
    expect(await taalAt("2026-12-09T08:59:59.999Z")).toEqual(expect.any(String));
    expect(await taalAt(einde)).toBeNull();
  });

  it("opens and closes what another bronhouder keeps as well: the gemeente tells it", async () => {
    hub.setProtocol(variant);
    const read = () =>
      hub.ask(humanitas, "query ($id: ID!) { nieuwkomer(id: $id) { inschrijvingen { opleiding } } }", { id });
    expect(refusals(await read())).toEqual(["nieuwkomer.inschrijvingen: GEEN_TOESTEMMING inschrijving"]);
    const { versie } = (await geef("inschrijving")).data.geefToestemming.toestemming;
    expect((await read()).data.nieuwkomer.inschrijvingen).toEqual([{ opleiding: expect.any(String) }]);
    await trekIn("inschrijving", versie);
    expect(refusals(await read())).toEqual(["nieuwkomer.inschrijvingen: GEEN_TOESTEMMING inschrijving"]);
  });

  it("can be withdrawn when the protocol no longer asks for it", async () => {
    hub.setProtocol(variant);
    const { versie } = (await geef("inschrijving")).data.geefToestemming.toestemming;
    hub.setProtocol();
    expect(eerste(await geef("inschrijving"))).toMatchObject({ code: "BEDRIJFSREGEL" });
    expect((await trekIn("inschrijving", versie)).errors).toEqual([]);
  });
});

describe("lopend: ontzorgen", () => {
  it("begins at the midnight before the first day of the period; its end is in ontzorgen.test.ts", async () => {
    await started(inOntzorgen, { partij: "gkb", doel: "ontzorgen", begindatum: "2026-09-01" });
    const read = async (moment: string) => {
      hub.setClock(moment);
      return hub.ask(schuldhulpverlener, "query ($id: ID!) { nieuwkomer(id: $id) { ontzorgenTot } }", {
        id: inOntzorgen.id,
      });
    };
    expect(refusals(await read("2026-10-01T21:59:59.999Z"))).toEqual([
      "nieuwkomer.ontzorgenTot: TERMIJN_VERSTREKEN ontzorgen-status",
    ]);
    expect((await read("2026-10-01T22:00:00.000Z")).data.nieuwkomer.ontzorgenTot).toBe("2027-04-01");
  });
});

describe("geaggregeerd", () => {
  const cijfers =
    '{ uitkeringscijfers(gemeente: "GM1680", peildatum: "2026-07-01") { totaal { weergave } } }';

  it("shows who may know figures a figure, and nobody", async () => {
    const { data } = await hub.ask(beleidsmedewerker, cijfers);
    expect(data.uitkeringscijfers.totaal.weergave).toEqual(expect.any(String));
    const mensen = await hub.ask(beleidsmedewerker, "{ nieuwkomers { totalCount } }");
    expect(mensen.data?.nieuwkomers ?? null).toBeNull();
    expect(eerste(mensen)).toMatchObject({ reden: "GEEN_ARTIKEL", gegeven: "nieuwkomer" });
  });

  it("shows who may know people no figure under the same doel", async () => {
    const answer = await hub.ask(regievoerder, cijfers);
    expect(answer.data?.uitkeringscijfers ?? null).toBeNull();
    expect(eerste(answer)).toMatchObject({ reden: "GEEN_ARTIKEL", gegeven: "cijfers" });
  });
});
