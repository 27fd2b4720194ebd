import { randomUUID } from "node:crypto";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { describe, expect, it } from "vitest";
import { type Answer, ask, refusals } from "../support/ask.ts";
import { type Beller, bellers } from "../support/callers.ts";
import { taakbeller, zelf } from "../support/ring.ts";

const { regievoerder, werkcoach } = bellers;
const humanitas = taakbeller("humanitas");
const { id } = bekendePersonen.metVrijwilliger;
const nieuwkomer = zelf("metVrijwilliger");

const velden =
  "id partij gegeven gegevenOp vastgelegdDoor wijze ingetrokkenOp ingetrokkenDoor ingetrokkenWijze versie";
const geef = `mutation ($input: GeefToestemmingInput!) { geefToestemming(input: $input) { toestemming { ${velden} } } }`;
const trekIn = `mutation ($input: TrekToestemmingInInput!) { trekToestemmingIn(input: $input) { toestemming { ${velden} } } }`;
const lees = `query ($id: ID!) { nieuwkomer(id: $id) { toestemmingen { ${velden} } } }`;
const bel =
  "query ($id: ID!) { nieuwkomer(id: $id) { naam { geslachtsnaam } regievoerder contact { telefoonnummer } contacttaal } }";

const input = (change: object = {}) => ({
  nieuwkomerId: id,
  partij: "humanitas",
  gegeven: "contacttaal",
  idempotentieSleutel: randomUUID(),
  ...change,
});
const doGeef = (beller: Beller, change: object = {}) => ask(beller, geef, { input: input(change) });
const doTrekIn = (beller: Beller, change: object) => ask(beller, trekIn, { input: input(change) });
const eerste = ({ errors }: Answer) => errors[0]?.extensions;
const whatHumanitasReads = async () => (await ask(humanitas, bel, { id })).data.nieuwkomer;
const toestemmingenOf = async (beller: Beller): Promise<readonly Record<string, unknown>[]> =>
  (await ask(beller, lees, { id })).data.nieuwkomer.toestemmingen;
const geldende = async (gegeven: string) =>
  (await toestemmingenOf(nieuwkomer)).find(
    (one) => one["gegeven"] === gegeven && one["ingetrokkenOp"] === null,
  );

describe("a volunteer with a task", () => {
  it("reads who it is for and whom to ask, and how to reach him only as far as he consented", async () => {
    const answer = await ask(humanitas, bel, { id });
    expect(answer.data.nieuwkomer).toEqual({
      naam: { geslachtsnaam: expect.stringMatching(/^Voorbeeld-/) },
      regievoerder: expect.any(String),
      contact: { telefoonnummer: expect.any(String) },
      contacttaal: null,
    });
    expect(refusals(answer)).toEqual(["nieuwkomer.contacttaal: GEEN_TOESTEMMING contacttaal"]);
  });
});

describe("consent", () => {
  it("opens at the next request when the nieuwkomer gives it, and closes at the next when he withdraws it", async () => {
    const given = await doGeef(nieuwkomer);
    expect(given.errors).toEqual([]);
    const { toestemming } = given.data.geefToestemming;
    expect(toestemming).toMatchObject({ vastgelegdDoor: "NIEUWKOMER", wijze: null, ingetrokkenOp: null });
    expect((await whatHumanitasReads()).contacttaal).toEqual(expect.any(String));

    const withdrawn = await doTrekIn(nieuwkomer, { versie: toestemming.versie });
    expect(withdrawn.data.trekToestemmingIn.toestemming).toMatchObject({
      id: toestemming.id,
      ingetrokkenDoor: "NIEUWKOMER",
      ingetrokkenOp: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect((await whatHumanitasReads()).contacttaal).toBeNull();
    expect((await whatHumanitasReads()).contact).not.toBeNull();
  });

  it("is put down by the regievoerder on his behalf, with how he said it", async () => {
    const given = await doGeef(regievoerder, { wijze: "SCHRIFTELIJK" });
    const { versie } = given.data.geefToestemming.toestemming;
    expect(given.data.geefToestemming.toestemming).toMatchObject({
      vastgelegdDoor: "REGIEVOERDER",
      wijze: "SCHRIFTELIJK",
    });
    expect((await whatHumanitasReads()).contacttaal).not.toBeNull();

    const withdrawn = await doTrekIn(regievoerder, { versie, wijze: "MONDELING" });
    expect(withdrawn.data.trekToestemmingIn.toestemming).toMatchObject({
      vastgelegdDoor: "REGIEVOERDER",
      ingetrokkenDoor: "REGIEVOERDER",
      ingetrokkenWijze: "MONDELING",
    });
    expect((await whatHumanitasReads()).contacttaal).toBeNull();
  });

  it("keeps its history: what was withdrawn stays, with who did what", async () => {
    const [mine, theirs] = [await toestemmingenOf(nieuwkomer), await toestemmingenOf(regievoerder)];
    expect(theirs).toEqual(mine);
    const taal = mine.filter(({ gegeven }) => gegeven === "contacttaal");
    expect(taal.length).toBeGreaterThanOrEqual(3);
    expect(taal.every(({ ingetrokkenOp }) => ingetrokkenOp !== null)).toBe(true);
    const versies = taal.map(({ versie }) => Number(versie));
    expect(versies).toEqual([...new Set(versies)].sort((one, other) => other - one));
  });

  it("asks the regievoerder how it was said, and the nieuwkomer not", async () => {
    expect(eerste(await doGeef(regievoerder))).toMatchObject({ code: "BAD_USER_INPUT", veld: "input.wijze" });
    expect(eerste(await doGeef(nieuwkomer, { wijze: "MONDELING" }))).toMatchObject({
      code: "BAD_USER_INPUT",
      veld: "input.wijze",
    });
  });

  it("can only be given for what the protocol asks consent for, and the refusal names that", async () => {
    for (const change of [
      { gegeven: "bsn" },
      { partij: "wpda", gegeven: "contact" },
      { partij: "sociaal-team", gegeven: "eigen-taken-zorg" },
      { partij: "woonborg", gegeven: "contact" },
    ]) {
      const { errors } = await doGeef(nieuwkomer, change);
      expect(errors[0]).toMatchObject({
        message: expect.stringContaining("humanitas (contact, contacttaal)"),
        extensions: { code: "BEDRIJFSREGEL" },
      });
    }
    expect(eerste(await doGeef(nieuwkomer, { partij: "bakker" }))).toMatchObject({ veld: "input.partij" });
    expect(eerste(await doGeef(nieuwkomer, { gegeven: "inkomen" }))).toMatchObject({ veld: "input.gegeven" });
  });

  it("is not given twice, nor withdrawn when it was not given, nor by who read an older version", async () => {
    expect(eerste(await doGeef(nieuwkomer, { gegeven: "contact" }))).toMatchObject({ code: "BEDRIJFSREGEL" });
    expect(eerste(await doTrekIn(nieuwkomer, { versie: 1 }))).toMatchObject({ code: "BEDRIJFSREGEL" });
    expect(eerste(await doTrekIn(nieuwkomer, { partij: "bakker", versie: 1 }))).toMatchObject({
      code: "BEDRIJFSREGEL",
    });
    const { versie } = (await geldende("contact")) ?? {};
    const stale = await doTrekIn(nieuwkomer, { gegeven: "contact", versie: Number(versie) + 1 });
    expect(eerste(stale)).toMatchObject({ code: "VERSIECONFLICT" });
    expect(await geldende("contact")).toMatchObject({ versie });
  });

  it("is given once when the same order comes ten times at once", async () => {
    const order = input({ partij: "attenta" });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ask(nieuwkomer, geef, { input: order })),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.errors).toEqual([]);
    const others = await Promise.all(
      Array.from({ length: 3 }, () => doGeef(nieuwkomer, { partij: "lemat", gegeven: "contact" })),
    );
    expect(others.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  });

  it("is given and read by nobody but the nieuwkomer himself and the regievoerder of his gemeente", async () => {
    const order = { partij: "vip", gegeven: "contact" };
    for (const beller of [humanitas, werkcoach, bellers.begeleider]) {
      const { data, errors } = await doGeef(beller, order);
      expect(data?.geefToestemming ?? null).toBeNull();
      expect(errors[0]?.extensions).toMatchObject({ reden: "GEEN_ARTIKEL" });
      const read = await ask(beller, lees, { id });
      expect(read.data.nieuwkomer?.toestemmingen ?? null).toBeNull();
    }
    const other = await doGeef(zelf("asielstatushouderB1"), order);
    expect(eerste(other)).toMatchObject({ reden: "NIET_EIGEN_DOSSIER" });
    const elsewhere = await doGeef(
      { ...regievoerder, gemeenten: ["GM0106"] },
      { ...order, wijze: "MONDELING" },
    );
    const nobody = await doGeef(regievoerder, { ...order, wijze: "MONDELING", nieuwkomerId: randomUUID() });
    expect(eerste(elsewhere)).toMatchObject({ reden: "ANDERE_GEMEENTE" });
    expect(nobody.errors[0]).toEqual(elsewhere.errors[0]);
    const inzage = zelf("metVrijwilliger", "inzage");
    expect(eerste(await doGeef(inzage, order))).toMatchObject({ reden: "GEEN_ARTIKEL" });
    expect((await toestemmingenOf(inzage)).some(({ partij }) => partij === "vip")).toBe(false);
  });

  it("opens nothing to an organisation without a task", async () => {
    const { data } = await ask(taakbeller("attenta"), bel, { id });
    expect(data.nieuwkomer).toBeNull();
  });
});
