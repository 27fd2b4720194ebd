import { randomUUID } from "node:crypto";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { describe, expect, it } from "vitest";
import { ask } from "../support/ask.ts";
import { bellers } from "../support/callers.ts";

const { regievoerder, werkcoach } = bellers;
const persoon = bekendePersonen.alleenGemeente;

const start = `mutation ($input: StartKetenrelatieInput!) {
  startKetenrelatie(input: $input) { ketenrelatie { id partij doel begindatum einddatum toegangTot versie contactpersoon } } }`;
const beeindig = `mutation ($input: BeeindigKetenrelatieInput!) {
  beeindigKetenrelatie(input: $input) { ketenrelatie { id einddatum toegangTot versie } } }`;
const wie = `query ($id: ID!) { nieuwkomer(id: $id) { id naam { geslachtsnaam } } nieuwkomers(first: 500) { edges { node { id } } } }`;

const startInput = (change: object = {}) => ({
  nieuwkomerId: persoon.id,
  partij: "wpda",
  doel: "reintegratie",
  medewerkerId: "wpda-werkcoach-1",
  contactpersoon: "Werkcoach Voorbeeld-Een",
  idempotentieSleutel: randomUUID(),
  ...change,
});
const whomWerkcoachKnows = async () => {
  const { data } = await ask(werkcoach, wie, { id: persoon.id });
  return {
    byId: data.nieuwkomer !== null,
    inList: data.nieuwkomers.edges.some(({ node }: { node: { id: string } }) => node.id === persoon.id),
  };
};

const endAtOnce = (ketenrelatieId: string, versie: number) =>
  ask(regievoerder, beeindig, { input: { ketenrelatieId, versie, idempotentieSleutel: randomUUID() } });

describe("a ketenrelatie", () => {
  it("opens a person at the next request when it starts, and closes him at the next request when it ends", async () => {
    expect(await whomWerkcoachKnows()).toEqual({ byId: false, inList: false });

    const started = await ask(regievoerder, start, { input: startInput() });
    expect(started.errors).toEqual([]);
    const { ketenrelatie } = started.data.startKetenrelatie;
    expect(ketenrelatie).toMatchObject({
      partij: "wpda",
      doel: "reintegratie",
      einddatum: null,
      toegangTot: null,
      versie: 1,
    });
    expect(await whomWerkcoachKnows()).toEqual({ byId: true, inList: true });
    expect(
      (await ask({ ...werkcoach, gemeenten: ["GM0106"] }, wie, { id: persoon.id })).data.nieuwkomer,
    ).toBeNull();

    const ended = await ask(regievoerder, beeindig, {
      input: { ketenrelatieId: ketenrelatie.id, versie: 1, idempotentieSleutel: randomUUID() },
    });
    expect(ended.data.beeindigKetenrelatie.ketenrelatie).toMatchObject({
      versie: 2,
      einddatum: expect.any(String),
      toegangTot: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    expect(Date.parse(ended.data.beeindigKetenrelatie.ketenrelatie.toegangTot)).toBeLessThanOrEqual(
      Date.now(),
    );
    expect(await whomWerkcoachKnows()).toEqual({ byId: false, inList: false });
  });

  it("does not open a person for another doel than its own", async () => {
    const input = startInput({ doel: "bijstand" });
    const { data } = await ask(regievoerder, start, { input });
    expect(await whomWerkcoachKnows()).toEqual({ byId: false, inList: false });
    const { id } = data.startKetenrelatie.ketenrelatie;
    await ask(regievoerder, beeindig, {
      input: { ketenrelatieId: id, versie: 1, idempotentieSleutel: randomUUID() },
    });
  });

  it("starts once when the same order comes twenty times at once, and everybody gets the same answer", async () => {
    const input = startInput({ partij: "roc", doel: "taalaanbod", medewerkerId: "roc-trajectbegeleider-1" });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(regievoerder, start, { input })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.errors).toEqual([]);

    const again = await ask(regievoerder, start, { input: { ...input, contactpersoon: "Iemand anders" } });
    expect(again.errors[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      veld: "input.idempotentieSleutel",
    });
    const { id } = answers[0]?.data.startKetenrelatie.ketenrelatie ?? {};
    const other = await ask(regievoerder, start, { input: { ...input, idempotentieSleutel: randomUUID() } });
    expect(other.errors[0]?.extensions.code).toBe("BEDRIJFSREGEL");
    await ask(regievoerder, beeindig, {
      input: { ketenrelatieId: id, versie: 1, idempotentieSleutel: randomUUID() },
    });
  });

  it("is not ended twice, nor by who read an older version, nor before today", async () => {
    const { data } = await ask(regievoerder, start, {
      input: startInput({ partij: "vluchtelingenwerk", doel: "pvt-map" }),
    });
    const { id } = data.startKetenrelatie.ketenrelatie;
    const end = (change: object) =>
      ask(regievoerder, beeindig, {
        input: { ketenrelatieId: id, versie: 1, idempotentieSleutel: randomUUID(), ...change },
      });

    const codeOf = async (change: object) => (await end(change)).errors[0]?.extensions.code;
    expect(await codeOf({ versie: 7 })).toBe("VERSIECONFLICT");
    expect(await codeOf({ einddatum: "2020-01-01" })).toBe("BAD_USER_INPUT");
    expect(await codeOf({})).toBeUndefined();
    expect(await codeOf({ versie: 2 })).toBe("BEDRIJFSREGEL");
  });

  it("is refused for a partij or doel that the protocol does not know together", async () => {
    const unknown = await ask(regievoerder, start, { input: startInput({ partij: "bakker" }) });
    const other = await ask(regievoerder, start, { input: startInput({ partij: "roc", doel: "bijstand" }) });
    expect(unknown.errors[0]).toMatchObject({
      message: expect.stringContaining('"bakker"'),
      extensions: { code: "BAD_USER_INPUT" },
    });
    expect(other.errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", veld: "input.doel" });
  });

  it("is started by nobody but the regievoerder of that gemeente, and what is refused is not written", async () => {
    const input = startInput({ partij: "roc", doel: "voortgang" });
    for (const beller of [werkcoach, bellers.begeleider, bellers.trajectbegeleider]) {
      const { data, errors } = await ask(beller, start, { input });
      expect(data?.startKetenrelatie ?? null).toBeNull();
      expect(errors[0]?.extensions).toMatchObject({
        code: "UNAUTHORIZED_FIELD_OR_TYPE",
        reden: "GEEN_ARTIKEL",
      });
    }
    const elsewhere = await ask({ ...regievoerder, gemeenten: ["GM0106"] }, start, { input });
    const nobody = await ask(regievoerder, start, { input: { ...input, nieuwkomerId: randomUUID() } });
    expect(elsewhere.errors[0]?.extensions["reden"]).toBe("ANDERE_GEMEENTE");
    expect(nobody.errors[0]).toEqual(elsewhere.errors[0]);
    const first = await ask(regievoerder, start, { input });
    expect(first.errors).toEqual([]);
  });

  it("is planned after the last day of the one before, and not over it", async () => {
    const order = (begindatum?: string) =>
      startInput({ partij: "gkb", doel: "schuldhulp", ...(begindatum ? { begindatum } : {}) });
    const first = await ask(regievoerder, start, { input: order() });
    const over = await ask(regievoerder, start, { input: order("2199-03-01") });
    expect(over.errors[0]?.extensions.code).toBe("BEDRIJFSREGEL");

    const { id } = first.data.startKetenrelatie.ketenrelatie;
    const end = { ketenrelatieId: id, versie: 1, einddatum: "2199-02-28" };
    const ended = await ask(regievoerder, beeindig, { input: { ...end, idempotentieSleutel: randomUUID() } });
    expect(ended.data.beeindigKetenrelatie.ketenrelatie.toegangTot).toBe("2199-02-28T23:00:00.000Z");
    const onLastDay = await ask(regievoerder, start, { input: order("2199-02-28") });
    expect(onLastDay.errors[0]?.extensions.code).toBe("BEDRIJFSREGEL");
    const after = await ask(regievoerder, start, { input: order("2199-03-01") });
    expect(after.errors).toEqual([]);
    const later = { ...end, versie: 2, einddatum: "2199-06-30", idempotentieSleutel: randomUUID() };
    const extended = await ask(regievoerder, beeindig, { input: later });
    expect(extended.errors[0]).toMatchObject({
      message: expect.stringContaining("een einde ligt vast"),
      extensions: { code: "BEDRIJFSREGEL" },
    });
    await endAtOnce(id, 2);
  });

  it("does not begin before the law under which somebody inburgert", async () => {
    const order = (begindatum: string) => startInput({ partij: "coa", doel: "overdracht", begindatum });
    const early = await ask(regievoerder, start, { input: order("2021-12-31") });
    expect(early.errors[0]).toMatchObject({
      message: expect.stringContaining("Wet inburgering 2021, van kracht sinds 1 januari 2022"),
      extensions: { code: "BEDRIJFSREGEL" },
    });
    const first = await ask(regievoerder, start, { input: order("2022-01-01") });
    expect(first.errors).toEqual([]);
    await endAtOnce(first.data.startKetenrelatie.ketenrelatie.id, 1);
  });
});
