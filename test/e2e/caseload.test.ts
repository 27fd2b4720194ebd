import { readProtocolversies } from "@ketenhub/protocol-file";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { describe, expect, it } from "vitest";
import { type Answer, ask, refusals } from "../support/ask.ts";
import { type Beller, bellers } from "../support/callers.ts";
import { itInOwnGateway } from "../support/own-gateway-only.ts";
import { readCaseload } from "../support/read-caseload.ts";

const caseload = await readCaseload();
const askCaseload = (beller: Beller) => ask(beller, caseload, { gemeente: "GM1680", first: 500 });

const nodes = ({ data }: Answer) => data.nieuwkomers.edges.map(({ node }: { node: { id: string } }) => node);
const person = (answer: Answer, { id }: { id: string } = bekendePersonen.asielstatushouderB1) =>
  nodes(answer).find((node: { id: string }) => node.id === id);
const errorsAt = ({ errors }: Answer, field: string) =>
  errors.filter(({ path = [] }) =>
    path
      .filter((part) => typeof part === "string")
      .join(".")
      .endsWith(field),
  );

describe("the caseload of Aa en Hunze, asked across four partners in one operation", () => {
  it("shows a regievoerder everybody in the gemeente, with plan, uitkering, begeleiding, onderwijs and who is involved", async () => {
    const answer = await askCaseload(bellers.regievoerder);

    expect(answer.status).toBe(200);
    expect(answer.errors).toEqual([]);
    expect(answer.data.nieuwkomers.totalCount).toBe(nodes(answer).length);
    expect(nodes(answer).length).toBeGreaterThan(150);
    expect(person(answer)).toMatchObject({
      naam: { geslachtsnaam: expect.stringContaining("Voorbeeld-") },
      pip: {
        leerroute: { leerrouteType: "B1_ROUTE" },
        financien: { doelen: [{ status: expect.any(String), omschrijving: expect.any(String) }] },
        zorg: { doelen: [{ status: expect.any(String) }] },
        samenleving: { doelen: [{ status: expect.any(String) }] },
        werk: { doelen: [{ status: expect.any(String) }] },
        ontmoeten: { doelen: [{ status: expect.any(String) }] },
      },
      uitkeringen: [{ soort: "PARTICIPATIEWET", ingangsdatum: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) }],
      begeleiding: { startdatum: expect.any(String), onderwerpen: expect.any(Array) },
      pvt: { gevolgdeUren: expect.any(Number), datumOndertekeningPvt: null },
      inschrijvingen: [{ soort: "TAALCURSUS_B1", aanwezigheidspercentage: expect.any(Number) }],
      betrokkenen: expect.arrayContaining([
        { partij: "vluchtelingenwerk", doel: "pvt-map" },
        { partij: "roc", doel: "taalaanbod" },
        { partij: "wpda", doel: "reintegratie" },
      ]),
      regievoerder: expect.any(String),
    });
    expect(person(answer, bekendePersonen.inAssen)).toBeUndefined();
  });

  it("shows a werkcoach with doel reintegratie only whom WPDA is involved with, and nothing of health or of others' notes", async () => {
    const answer = await askCaseload(bellers.werkcoach);

    expect(person(answer)).toMatchObject({
      naam: { geslachtsnaam: expect.any(String) },
      pip: { leerroute: { leerrouteType: "B1_ROUTE" }, werk: { doelen: [{}] }, zorg: null },
      uitkeringen: [{ soort: "PARTICIPATIEWET" }],
      inschrijvingen: [{ aanwezigheidspercentage: expect.any(Number) }],
      begeleiding: null,
      pvt: null,
    });
    expect(nodes(answer).length).toBeLessThan(60);
    expect(person(answer, bekendePersonen.alleenGemeente)).toBeUndefined();
    expect(person(answer, bekendePersonen.beeindigdeRelatie)).toBeUndefined();
    expect(refusals(answer)).toEqual([
      "nieuwkomers.edges.node.begeleiding: GEEN_ARTIKEL begeleiding",
      "nieuwkomers.edges.node.pip.zorg: GEEN_ARTIKEL leefgebied-zorg",
      "nieuwkomers.edges.node.pvt: GEEN_ARTIKEL pvt",
    ]);
  });

  it("shows a begeleider of VluchtelingenWerk its own people, and no uitkering, no work, no health, no school", async () => {
    const answer = await askCaseload(bellers.begeleider);

    expect(person(answer)).toMatchObject({
      naam: { geslachtsnaam: expect.any(String) },
      pip: {
        samenleving: { doelen: [{}] },
        ontmoeten: { doelen: [{}] },
        zorg: null,
        werk: null,
        financien: null,
      },
      begeleiding: { onderwerpen: expect.any(Array) },
      pvt: { gevolgdeUren: expect.any(Number) },
      uitkeringen: null,
      inschrijvingen: null,
    });
    expect(refusals(answer)).toEqual([
      "nieuwkomers.edges.node.inschrijvingen: GEEN_ARTIKEL inschrijving",
      "nieuwkomers.edges.node.pip.financien: GEEN_ARTIKEL leefgebied-financien",
      "nieuwkomers.edges.node.pip.werk: GEEN_ARTIKEL leefgebied-werk",
      "nieuwkomers.edges.node.pip.zorg: GEEN_ARTIKEL leefgebied-zorg",
      "nieuwkomers.edges.node.uitkeringen: GEEN_ARTIKEL uitkering",
    ]);
  });

  it("shows a trajectbegeleider of the ROC name, leerroute and its own register, and no uitkering, begeleiding or health", async () => {
    const answer = await askCaseload(bellers.trajectbegeleider);

    expect(person(answer)).toMatchObject({
      naam: { geslachtsnaam: expect.any(String) },
      pip: {
        leerroute: { leerrouteType: "B1_ROUTE" },
        samenleving: { doelen: [{}] },
        zorg: null,
        werk: null,
      },
      inschrijvingen: [{ opleiding: expect.any(String), aanwezigheidspercentage: expect.any(Number) }],
      uitkeringen: null,
      begeleiding: null,
      pvt: null,
    });
    expect(errorsAt(answer, "zorg").length).toBeGreaterThan(0);
  });

  itInOwnGateway(
    "says of each refusal why, which gegeven, for which doel and under which version, at the concrete path",
    async () => {
      const answer = await askCaseload(bellers.begeleider);
      const index = nodes(answer).findIndex(
        ({ id }: { id: string }) => id === bekendePersonen.asielstatushouderB1.id,
      );

      expect(
        answer.errors.find(({ path = [] }) => path[2] === index && path.at(-1) === "uitkeringen"),
      ).toEqual({
        message: "Het protocol deelt dit gegeven niet met u.",
        path: ["nieuwkomers", "edges", index, "node", "uitkeringen"],
        extensions: {
          code: "UNAUTHORIZED_FIELD_OR_TYPE",
          reden: "GEEN_ARTIKEL",
          gegeven: "uitkering",
          doel: "maatschappelijke-begeleiding",
          protocolversie: (await readProtocolversies()).op(new Date()).versie,
        },
      });
    },
  );

  it("shows nobody to a werkcoach who works for another gemeente", async () => {
    const answer = await askCaseload({ ...bellers.werkcoach, gemeenten: ["GM0106"] });
    expect(answer.data.nieuwkomers).toEqual({ totalCount: 0, edges: [] });
  });
});

describe("a person with whom the caller is not involved", () => {
  const stranger = "00000000-0000-4000-8000-000000000000";
  const query = `query ($id: ID!) { nieuwkomer(id: $id) { id naam { geslachtsnaam } bsn uitkeringen { soort } } }`;

  for (const naam of ["werkcoach", "begeleider", "trajectbegeleider", "klantmanager"] as const) {
    it(`is to a ${naam} as somebody who does not exist, to the byte`, async () => {
      const existing = await ask(bellers[naam], query, { id: bekendePersonen.alleenGemeente.id });
      const absent = await ask(bellers[naam], query, { id: stranger });
      expect(existing.text.trim()).toBe('{"data":{"nieuwkomer":null}}');
      expect(existing.text).toBe(absent.text);
    });
  }

  it("is to a regievoerder of another gemeente as somebody who does not exist, to the byte", async () => {
    const elsewhere = await ask(bellers.regievoerder, query, { id: bekendePersonen.inAssen.id });
    const absent = await ask(bellers.regievoerder, query, { id: stranger });
    expect(elsewhere.text).toBe(absent.text);
  });

  it("is as somebody who does not exist for an id that is no id at all", async () => {
    for (const id of ["", "1", "' OR 1=1 --", bekendePersonen.asielstatushouderB1.id.toUpperCase()]) {
      const { text } = await ask(bellers.regievoerder, query, { id });
      expect(text.trim()).toBe('{"data":{"nieuwkomer":null}}');
    }
  });
});
