import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { readCoverage } from "@ketenhub/annotations";
import { readProtocolFile } from "@ketenhub/protocol-file";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import {
  buildASTSchema,
  getNamedType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  parse,
} from "graphql";
import { describe, expect, it } from "vitest";
import { type Answer, ask } from "../support/ask.ts";
import { askedOf, askTraced } from "../support/ask-traced.ts";
import { doelwit } from "../support/attackers.ts";
import { bellers } from "../support/callers.ts";

const { regievoerder, begeleider, trajectbegeleider } = bellers;
const id = doelwit;
const placesOf = ({ errors }: Answer) => errors.map(({ path = [] }) => path.join("."));

describe("the whole of a document", () => {
  it("A11 is not what is decided about: a harmless operation beside another is answered, and the other never runs", async () => {
    const query = `query Open($id: ID!) { nieuwkomer(id: $id) { naam { geslachtsnaam } } }
      query Dicht($id: ID!) { nieuwkomer(id: $id) { bsn } }`;
    const open = await askTraced(begeleider, query, { id }, { operationName: "Open" });
    expect(open.answer.errors).toEqual([]);
    expect(open.answer.data.nieuwkomer.naam.geslachtsnaam).toMatch(/^Voorbeeld-/);
    expect(askedOf(open)).not.toMatch(/\bbsn\b/);
    const dicht = await ask(begeleider, query, { id }, { operationName: "Dicht" });
    expect(placesOf(dicht)).toEqual(["nieuwkomer.bsn"]);
  });

  it("A11 is not executed when it does not say which of two operations is meant: that is an error of the question", async () => {
    const query = `query A($id: ID!) { nieuwkomer(id: $id) { id } } query B($id: ID!) { nieuwkomer(id: $id) { bsn } }`;
    for (const sending of [{}, { operationName: "C" }]) {
      const { answer, fetches } = await askTraced(begeleider, query, { id }, sending);
      expect(fetches).toEqual([]);
      expect(answer.status).toBe(400);
    }
  });

  it("A12 may hold a variable that only a refused field used", async () => {
    const query = `query ($id: ID!, $gemeente: Gemeentecode!, $peildatum: Date!, $eerste: Int!) {
      nieuwkomer(id: $id) { id }
      uitkeringscijfers(gemeente: $gemeente, peildatum: $peildatum) { totaal { aantal } }
      mijnKlanten(first: $eerste) { totalCount } }`;
    const variables = { id, gemeente: "GM1680", peildatum: "2020-01-01", eerste: 7 };
    const { answer, fetches } = await askTraced(begeleider, query, variables);
    expect(answer.data).toEqual({ nieuwkomer: { id }, uitkeringscijfers: null, mijnKlanten: null });
    expect([...placesOf(answer)].sort()).toEqual(["mijnKlanten", "uitkeringscijfers"]);
    expect(fetches.map(({ naam }) => naam)).toEqual(["gemeente"]);
    expect(askedOf({ answer, fetches })).not.toContain("2020-01-01");
  });

  it("A13 may be refused as a whole: then no subgraph is asked anything", async () => {
    const query = `{ uitkeringscijfers(gemeente: "GM1680", peildatum: "2020-01-01") { totaal { aantal } }
      mijnKlanten { totalCount } }`;
    const { answer, fetches } = await askTraced(begeleider, query);
    expect(answer.data).toEqual({ uitkeringscijfers: null, mijnKlanten: null });
    expect(fetches).toEqual([]);
    const within = await askTraced(begeleider, "query ($id: ID!) { nieuwkomer(id: $id) { bsn vNummer } }", {
      id,
    });
    expect(within.answer.data).toEqual({ nieuwkomer: { bsn: null, vNummer: null } });
    const stranger = await ask(begeleider, "query ($id: ID!) { nieuwkomer(id: $id) { bsn } }", {
      id: randomUUID(),
    });
    expect(stranger.text).toBe('{"data":{"nieuwkomer":null}}\n');
  });

  it("A15 may ask for __typename: of an object that is open, and of one that is refused only its refusal", async () => {
    const query = `query ($id: ID!) { __typename nieuwkomer(id: $id) { __typename naam { __typename } uitkeringen { __typename } } }`;
    const { answer, fetches } = await askTraced(begeleider, query, { id });
    expect(answer.data).toEqual({
      __typename: "Query",
      nieuwkomer: { __typename: "Nieuwkomer", naam: { __typename: "Naam" }, uitkeringen: null },
    });
    expect(placesOf(answer)).toEqual(["nieuwkomer.uitkeringen"]);
    expect(askedOf({ answer, fetches })).not.toContain("uitkeringen");
    const stranger = await ask(begeleider, query, { id: bekendePersonen.alleenGemeente.id });
    expect(stranger.data.nieuwkomer).toBeNull();
  });

  it("A16 may use the names that the gateway itself uses", async () => {
    const query = `query ($representations: ID!, $id_0: ID!) {
      data: nieuwkomer(id: $representations) { errors: naam { extensions: geslachtsnaam } path: begeleiding { startdatum } bsn }
      errors: nieuwkomer(id: $id_0) { pvt { gevolgdeUren } } }`;
    const { data, errors, ...answer } = await ask(begeleider, query, { representations: id, id_0: id });
    expect(data.data.errors.extensions).toMatch(/^Voorbeeld-/);
    expect(data.data.path.startdatum).toMatch(/^\d{4}-/);
    expect(data.data.bsn).toBeNull();
    expect(data.errors.pvt.gevolgdeUren).toEqual(expect.any(Number));
    expect(placesOf({ data, errors, ...answer })).toEqual(["data.bsn"]);
    for (const alias of ["_entities", "__typename", "toegang", "id"]) {
      const taken = await ask(begeleider, `query ($id: ID!) { ${alias}: nieuwkomer(id: $id) { id } }`, {
        id,
      });
      expect(taken.errors[0]?.extensions.code, alias).toBe("GRAPHQL_VALIDATION_FAILED");
    }
  });
});

describe("a mutation with something refused in it", () => {
  const persoon = bekendePersonen.gezinsmigrant.id;
  const betrokkenen = `query ($id: ID!) { nieuwkomer(id: $id) { betrokkenen { partij doel } } }`;
  const input = (partij: string, doel: string) => ({
    nieuwkomerId: persoon,
    partij,
    doel,
    idempotentieSleutel: randomUUID(),
  });
  const whoIsInvolved = async () =>
    (await ask(regievoerder, betrokkenen, { id: persoon })).data.nieuwkomer.betrokkenen;

  it("A17 is refused whole, whichever order comes first, and nothing of it is written", async () => {
    const before = await whoIsInvolved();
    const open = "open: startKetenrelatie(input: $input) { ketenrelatie { id } }";
    const dicht = "dicht: registreerPvtBijeenkomst(input: $pvt) { pvt { id } }";
    const pvt = {
      pvtId: randomUUID(),
      datum: "2026-01-05",
      uren: 2,
      aanwezig: true,
      idempotentieSleutel: randomUUID(),
    };
    for (const fields of [`${open} ${dicht}`, `${dicht} ${open}`, `${open} ...F`]) {
      const fragment = fields.includes("...F") ? `fragment F on Mutation { ${dicht} }` : "";
      const query = `mutation ($input: StartKetenrelatieInput!, $pvt: RegistreerPvtBijeenkomstInput!) { ${fields} } ${fragment}`;
      const { answer, fetches } = await askTraced(regievoerder, query, {
        input: input("vluchtelingenwerk", "pvt-map"),
        pvt,
      });
      expect(answer.data).toBeNull();
      expect(placesOf(answer)).toContain("dicht");
      expect(fetches).toEqual([]);
    }
    expect(await whoIsInvolved()).toEqual(before);
  });

  it("A18 is refused whole when only a field of what it would answer is refused, before the first write", async () => {
    const beller = { ...trajectbegeleider, doel: "voortgang" };
    const lees = `query ($id: ID!) { nieuwkomer(id: $id) { inschrijvingen { id lesaanwezigheid { gevolgdeUren } } } }`;
    const registreer = `mutation ($input: RegistreerLesaanwezigheidInput!) {
      registreerLesaanwezigheid(input: $input) { inschrijving { id nieuwkomer { id bsn } } } }`;
    const inschrijving = async () => (await ask(beller, lees, { id })).data.nieuwkomer.inschrijvingen[0];
    const before = await inschrijving();
    const datum = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(new Date());
    const les = {
      inschrijvingId: before.id,
      datum,
      uren: 1,
      aanwezigheid: "AANWEZIG",
      idempotentieSleutel: randomUUID(),
    };
    const { answer, fetches } = await askTraced(beller, registreer, { input: les });
    expect({ data: answer.data, places: placesOf(answer) }).toEqual({
      data: null,
      places: ["registreerLesaanwezigheid.inschrijving.nieuwkomer.bsn"],
    });
    expect(fetches).toEqual([]);
    expect(await inschrijving()).toEqual(before);
  });
});

describe("a refused field that may not be empty", () => {
  it("A14 empties no more than what it stands in: who may have that, may have its non-null fields", async () => {
    const { gegevens } = await readProtocolFile();
    const sdl = await readFile(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8");
    const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
    const coverage = readCoverage(schema, gegevens);
    const asked = (coordinate: string) =>
      (coverage.get(coordinate) ?? []).map(({ actie, gegeven }) => `${actie}:${gegeven}`);
    const objects = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => !isIntrospectionType(type));
    const bubbling = objects.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type) && asked(`${type.name}.${field.name}`).length > 0)
        .flatMap((field) =>
          objects.flatMap((around) =>
            Object.values(around.getFields())
              .filter((giver) => getNamedType(giver.type) === type)
              .map((giver) => ({
                field: `${type.name}.${field.name}`,
                within: `${around.name}.${giver.name}`,
                more: asked(`${type.name}.${field.name}`).filter(
                  (one) => !asked(`${around.name}.${giver.name}`).includes(one),
                ),
              })),
          ),
        ),
    );
    expect(bubbling.length).toBeGreaterThan(5);
    const viaPage = /(?:Connection|Edge)\./;
    expect(bubbling.filter(({ within, more }) => more.length > 0 && !viaPage.test(within))).toEqual([]);
  });
});
