import { randomUUID } from "node:crypto";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { describe, expect, it } from "vitest";
import { type Answer, ask, refusals } from "../support/ask.ts";
import { type Beller, bellers } from "../support/callers.ts";
import { taakbeller } from "../support/ring.ts";

const { regievoerder, werkcoach, begeleider } = bellers;
const [humanitas, impuls, sociaalTeam] = [
  taakbeller("humanitas"),
  taakbeller("impuls"),
  taakbeller("sociaal-team"),
];
const { metVrijwilliger, jongereOnderwijsroute, gezinMetKinderen } = bekendePersonen;
const { id } = jongereOnderwijsroute;

interface EigenTaak {
  readonly id: string;
  readonly partij: string;
  readonly leefgebied: string;
  readonly status: string;
  readonly versie: number;
  readonly voortgangsnotitie: string | null;
  readonly omschrijvingZorg: string | null;
  readonly nieuwkomer: { readonly id: string };
}

const mijnTaken = (velden = "omschrijving") => `query ($first: Int! = 500, $after: String) {
  mijnTaken(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node {
    id partij leefgebied status versie voortgangsnotitie nieuwkomer { id } ${velden} } } } }`;
const kenToe = `mutation ($input: KenTaakToeInput!) {
  kenTaakToe(input: $input) { taak { id partij leefgebied status versie } } }`;
const trekIn =
  "mutation ($input: TrekTaakInInput!) { trekTaakIn(input: $input) { taak { id status versie } } }";
const meld = `mutation ($input: MeldVoortgangInput!) {
  meldVoortgang(input: $input) { taak { id status versie omschrijving voortgangsnotitie } } }`;
const plan = `query ($id: ID!) { nieuwkomer(id: $id) { naam { geslachtsnaam } contact { telefoonnummer } pip {
  werk { doelen { leefgebied } taken { id } } ontmoeten { doelen { leefgebied } } zorg { doelen { id } } } } }`;

const sleutel = () => ({ idempotentieSleutel: randomUUID() });
const eerste = ({ errors }: Answer) => errors[0]?.extensions;
const takenOf = async (beller: Beller, velden?: string): Promise<readonly EigenTaak[]> => {
  const { data } = await ask(beller, mijnTaken(velden));
  return data.mijnTaken.edges.map(({ node }: { node: EigenTaak }) => node);
};
const geefTaak = (change: object = {}, beller = regievoerder) => {
  const taak = { nieuwkomerId: id, partij: "impuls", leefgebied: "WERK", omschrijving: "Zoekt een plek." };
  return ask(beller, kenToe, { input: { ...taak, ...sleutel(), ...change } });
};
const nieuweTaak = async (change: object = {}): Promise<{ id: string; versie: number }> =>
  (await geefTaak(change)).data.kenTaakToe.taak;
const trekTaakIn = (taakId: string, versie: number, beller = regievoerder) =>
  ask(beller, trekIn, { input: { taakId, versie, ...sleutel() } });
const meldAls = (beller: Beller, taakId: string, versie: number, change: object = {}) =>
  ask(beller, meld, { input: { taakId, versie, status: "BEZIG", ...sleutel(), ...change } });

describe("mijnTaken", () => {
  it("shows an organisation of the outer ring its own open tasks and who they are for, and nobody else's", async () => {
    const taken = await takenOf(humanitas);
    expect(taken.length).toBeGreaterThan(1);
    expect(new Set(taken.map(({ partij }) => partij))).toEqual(new Set(["humanitas"]));
    expect(taken.every(({ status }) => ["OPEN", "BEZIG", "VASTGELOPEN"].includes(status))).toBe(true);
    const { data } = await ask(humanitas, "{ nieuwkomers(first: 500) { totalCount edges { node { id } } } }");
    const known = taken.find(({ nieuwkomer }) => nieuwkomer.id === metVrijwilliger.id);
    expect(known).toMatchObject({
      leefgebied: "FINANCIEN",
      omschrijving: expect.stringMatching(/vrijwilliger/),
    });
    const people = data.nieuwkomers.edges.map(({ node }: { node: { id: string } }) => node.id);
    expect(data.nieuwkomers.totalCount).toBe(people.length);
    expect(new Set(people)).toEqual(new Set(taken.map(({ nieuwkomer }) => nieuwkomer.id)));
  });

  it("gives every task once when the pages are turned, and counts them", async () => {
    const all = (await takenOf(humanitas)).map((taak) => taak.id);
    const turned: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await ask(humanitas, mijnTaken(), { first: 3, after });
      expect(data.mijnTaken.totalCount).toBe(all.length);
      turned.push(...data.mijnTaken.edges.map(({ node }: { node: EigenTaak }) => node.id));
      after = data.mijnTaken.pageInfo.hasNextPage ? data.mijnTaken.pageInfo.endCursor : null;
    } while (after !== null);
    expect(turned).toEqual(all);
    for (const variables of [{ first: 0 }, { first: 501 }, { after: "x" }, { after: "WyInIE9SIDE9MSAtLSJd" }])
      expect(eerste(await ask(humanitas, mijnTaken(), variables))?.code).toBe("BAD_USER_INPUT");
  });

  it("is empty for who has no task, and for a sociaal team of another gemeente", async () => {
    expect(await takenOf(taakbeller("attenta"))).toEqual([]);
    expect((await takenOf(sociaalTeam)).length).toBeGreaterThan(10);
    expect(await takenOf({ ...sociaalTeam, gemeenten: [] })).toEqual([]);
  });

  it("tells the sociaal team what its task on zorg is, and nobody what a task on zorg of another is", async () => {
    const [taak] = await takenOf(sociaalTeam, "omschrijving omschrijvingZorg");
    expect(taak).toMatchObject({
      leefgebied: "ZORG",
      omschrijving: null,
      omschrijvingZorg: expect.any(String),
    });
    for (const beller of [humanitas, werkcoach, begeleider]) {
      const answer = await ask(beller, mijnTaken("omschrijvingZorg"));
      expect(answer.data.mijnTaken.edges.length).toBeGreaterThan(0);
      expect(refusals(answer)).toEqual([
        "mijnTaken.edges.node.omschrijvingZorg: GEEN_ARTIKEL eigen-taken-zorg",
      ]);
    }
    const zorg = await ask(sociaalTeam, plan, { id: metVrijwilliger.id });
    expect(refusals(zorg)).toContain("nieuwkomer.pip: GEEN_TAAK pip");
  });

  it("tells who may not know of help with debts nothing of a task of the GKB", async () => {
    const query = `{ nieuwkomers(first: 500) { edges { node { pip { financien {
      taken { partij } gevoeligeTaken { partij } } } } } } }`;
    const partijenFor = async (beller: Beller, veld: string) => {
      const { data } = await ask(beller, query);
      // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the query.
      const plans = data.nieuwkomers.edges.flatMap(({ node }: any) => node.pip?.financien ?? []);
      return plans.flatMap((plan: Record<string, { partij: string }[] | null>) =>
        (plan[veld] ?? []).map(({ partij }) => partij),
      );
    };
    expect(await partijenFor(regievoerder, "gevoeligeTaken")).toContain("gkb");
    for (const beller of [regievoerder, werkcoach, bellers.klantmanager, { ...regievoerder, doel: "pip" }])
      expect(await partijenFor(beller, "taken")).not.toContain("gkb");
    for (const beller of [werkcoach, bellers.klantmanager, { ...regievoerder, doel: "pip" }])
      expect(await partijenFor(beller, "gevoeligeTaken")).toEqual([]);
  });

  it("reads a partner back what it wrote about its own task, and nothing that another wrote", async () => {
    const [taak] = await takenOf(werkcoach);
    const notitie = `Het gesprek is gepland, ${randomUUID()}.`;
    const answer = await meldAls(werkcoach, taak?.id ?? "", taak?.versie ?? 0, { notitie });
    expect(answer.data.meldVoortgang.taak).toMatchObject({ voortgangsnotitie: notitie });
    expect((await takenOf(werkcoach)).find((one) => one.id === taak?.id)?.voortgangsnotitie).toBe(notitie);
    const others =
      "query ($id: ID!) { nieuwkomer(id: $id) { pip { werk { taken { voortgangsnotitie } } } } }";
    const read = await ask(werkcoach, others, { id: taak?.nieuwkomer.id ?? "" });
    expect(refusals(read)).toEqual([
      "nieuwkomer.pip.werk.taken.voortgangsnotitie: GEEN_ARTIKEL voortgangsnotitie",
    ]);
  });
});

describe("a task that is assigned", () => {
  it("opens at the next request the person, the task and the doelen where it lies, and nothing else", async () => {
    expect((await ask(impuls, plan, { id })).data.nieuwkomer).toBeNull();
    const taak = await nieuweTaak();
    const answer = await ask(impuls, plan, { id });
    expect(answer.data.nieuwkomer).toEqual({
      naam: { geslachtsnaam: expect.any(String) },
      contact: null,
      pip: { werk: { doelen: [{ leefgebied: "WERK" }], taken: null }, ontmoeten: null, zorg: null },
    });
    expect(refusals(answer)).toEqual([
      "nieuwkomer.contact: GEEN_TOESTEMMING contact",
      "nieuwkomer.pip.ontmoeten: GEEN_TAAK leefgebied-ontmoeten",
      "nieuwkomer.pip.werk.taken: GEEN_ARTIKEL taken",
      "nieuwkomer.pip.zorg: GEEN_ARTIKEL leefgebied-zorg",
    ]);
    expect((await takenOf(impuls)).map((one) => one.id)).toContain(taak.id);

    await trekTaakIn(taak.id, taak.versie);
    expect((await ask(impuls, plan, { id })).data.nieuwkomer).toBeNull();
    expect((await takenOf(impuls)).map((one) => one.id)).not.toContain(taak.id);
  });

  it("closes at the next request when the partij reports that it is done, and stays closed", async () => {
    const taak = await nieuweTaak();
    const done = await meldAls(impuls, taak.id, taak.versie, { status: "GEREED", notitie: "Plek gevonden." });
    expect(done.data.meldVoortgang.taak).toMatchObject({ status: "GEREED", omschrijving: "Zoekt een plek." });
    expect((await ask(impuls, plan, { id })).data.nieuwkomer).toBeNull();
    expect(await takenOf(impuls)).toEqual([]);

    const again = await meldAls(impuls, taak.id, 2);
    expect(again.text).toBe((await meldAls(impuls, randomUUID(), 2)).text);
    expect(eerste(again)).toMatchObject({ code: "UNAUTHORIZED_FIELD_OR_TYPE", reden: "GEEN_TAAK" });
  });

  it("closes its own leefgebied alone while another task of the same partij goes on", async () => {
    const [werk, ontmoeten] = [await nieuweTaak(), await nieuweTaak({ leefgebied: "ONTMOETEN" })];
    expect((await ask(impuls, plan, { id })).data.nieuwkomer.pip).toMatchObject({
      ontmoeten: { doelen: [{}] },
    });
    await meldAls(impuls, werk.id, werk.versie, { status: "GEREED" });
    const answer = await ask(impuls, plan, { id });
    expect(answer.data.nieuwkomer.pip).toMatchObject({ werk: null, ontmoeten: { doelen: [{}] } });
    expect(refusals(answer)).toContain("nieuwkomer.pip.werk: GEEN_TAAK leefgebied-werk");

    expect(eerste(await meldAls(impuls, werk.id, 2))).toMatchObject({ code: "BEDRIJFSREGEL" });
    await trekTaakIn(ontmoeten.id, ontmoeten.versie);
    expect((await ask(impuls, plan, { id })).data.nieuwkomer).toBeNull();
  });

  it("is withdrawn once, by who read it last, and not by the partij itself", async () => {
    const taak = await nieuweTaak();
    expect(eerste(await trekTaakIn(taak.id, 7))).toMatchObject({ code: "VERSIECONFLICT" });
    expect(eerste(await meldAls(impuls, taak.id, taak.versie, { status: "INGETROKKEN" }))).toMatchObject({
      code: "BAD_USER_INPUT",
      veld: "input.status",
    });
    const withdrawn = await trekTaakIn(taak.id, taak.versie);
    expect(withdrawn.data.trekTaakIn.taak).toEqual({ id: taak.id, status: "INGETROKKEN", versie: 2 });
    expect(eerste(await trekTaakIn(taak.id, 2))).toMatchObject({ code: "BEDRIJFSREGEL" });
  });

  it("is assigned once when the same order comes ten times at once", async () => {
    const input = { nieuwkomerId: id, partij: "vip", leefgebied: "WERK", omschrijving: "Zoekt een plek." };
    const order = { input: { ...input, ...sleutel() } };
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(regievoerder, kenToe, order)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const taken = await takenOf(taakbeller("vip"));
    expect(taken).toHaveLength(1);
    await trekTaakIn(taken[0]?.id ?? "", 1);
  });

  it("must be one that the protocol lets the partij do, in a plan that there is", async () => {
    const zorg = await geefTaak({ partij: "roc", leefgebied: "ZORG" });
    expect(zorg.errors[0]).toMatchObject({
      message: expect.stringContaining("op dat leefgebied een taak voor gemeente, sociaal-team."),
      extensions: { code: "BEDRIJFSREGEL" },
    });
    expect(eerste(await geefTaak({ partij: "duo" }))).toMatchObject({ code: "BEDRIJFSREGEL" });
    expect(eerste(await geefTaak({ partij: "bakker" }))).toMatchObject({ veld: "input.partij" });
    for (const omschrijving of ["", "  ", "x".repeat(501)])
      expect(eerste(await geefTaak({ omschrijving }))).toMatchObject({ veld: "input.omschrijving" });

    const kinderen = "query ($id: ID!) { nieuwkomer(id: $id) { gezin { leden { rol nieuwkomer { id } } } } }";
    const { data } = await ask(regievoerder, kinderen, { id: gezinMetKinderen.id });
    const kind = data.nieuwkomer.gezin.leden.find(({ rol }: { rol: string }) => rol === "KIND");
    const planless = await geefTaak({ nieuwkomerId: kind.nieuwkomer.id });
    expect(planless.errors[0]).toMatchObject({
      message: expect.stringContaining("Wet inburgering 2021, artikel 15 lid 1 onder b"),
      extensions: { code: "BEDRIJFSREGEL" },
    });
  });

  it("is assigned and withdrawn by nobody but the regievoerder of that gemeente", async () => {
    const taak = await nieuweTaak();
    for (const beller of [impuls, werkcoach, begeleider]) {
      expect(eerste(await geefTaak({}, beller))).toMatchObject({ reden: "GEEN_ARTIKEL" });
      expect(eerste(await trekTaakIn(taak.id, taak.versie, beller))).toMatchObject({ reden: "GEEN_ARTIKEL" });
    }
    const elders = { ...regievoerder, gemeenten: ["GM0106"] };
    const elsewhere = await trekTaakIn(taak.id, taak.versie, elders);
    expect(eerste(elsewhere)).toMatchObject({ reden: "ANDERE_GEMEENTE" });
    expect(elsewhere.text).toBe((await trekTaakIn(randomUUID(), 1, elders)).text);
    expect((await geefTaak({}, elders)).text).toBe(
      (await geefTaak({ nieuwkomerId: randomUUID() }, elders)).text,
    );
    expect((await trekTaakIn(taak.id, taak.versie)).errors).toEqual([]);
  });
});
