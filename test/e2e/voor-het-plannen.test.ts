import { readAudienceSchemas } from "@ketenhub/gateway";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import {
  buildASTSchema,
  buildClientSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, ask, refusals } from "../support/ask.ts";
import { type Beller, bellers } from "../support/callers.ts";
import { type RecordedGateway, startRecordedGateway } from "../support/recorded-gateway.ts";

const { id } = bekendePersonen.asielstatushouderB1;
let gateway: RecordedGateway;

beforeAll(async () => {
  gateway = await startRecordedGateway();
});

afterAll(() => gateway.stop());

beforeEach(() => {
  gateway.requests.length = 0;
});

const askHere = (beller: Beller, query: string, variables: object = {}): Promise<Answer> =>
  ask(beller, query, { ...variables }, { url: gateway.url });

/** Everything that the gateway asked the subgraphs since the last look. */
function traffic(): string {
  const text = gateway.requests.map(({ subgraph, query }) => `${subgraph}: ${query}`).join("\n");
  gateway.requests.length = 0;
  return text;
}

const dossier = `query Dossier($id: ID!) {
  nieuwkomer(id: $id) { id geboortedatum naam { geslachtsnaam } uitkeringen { soort } }
}`;

describe("a field that the protocol never shares with who asks", () => {
  it("is asked of no subgraph, is null at its place and says why there", async () => {
    const answer = await askHere(bellers.trajectbegeleider, dossier, { id });
    const asked = traffic();
    expect(answer.data.nieuwkomer).toEqual({
      id,
      geboortedatum: null,
      naam: { geslachtsnaam: expect.any(String) },
      uitkeringen: null,
    });
    expect(Object.keys(answer.data.nieuwkomer)).toEqual(["id", "geboortedatum", "naam", "uitkeringen"]);
    expect(answer.errors.map(({ path }) => path)).toEqual([
      ["nieuwkomer", "geboortedatum"],
      ["nieuwkomer", "uitkeringen"],
    ]);
    expect(answer.errors[1]?.extensions).toMatchObject({
      code: "UNAUTHORIZED_FIELD_OR_TYPE",
      reden: "GEEN_ARTIKEL",
      gegeven: "uitkering",
      doel: "taalaanbod",
    });
    expect(asked).toContain("geslachtsnaam");
    expect(asked).not.toMatch(/geboortedatum|uitkeringen|wpda/);
  });

  it.each([
    ["under an alias that is allowed itself", "{ nieuwkomer(id: $id) { gemeente: geboortedatum } }"],
    ["in a named fragment", "{ nieuwkomer(id: $id) { ...A } } fragment A on Nieuwkomer { geboortedatum }"],
    [
      "in a fragment in a fragment",
      "{ nieuwkomer(id: $id) { ...A } } fragment A on Nieuwkomer { ...B } fragment B on Nieuwkomer { geboortedatum }",
    ],
    ["in an inline fragment", "{ nieuwkomer(id: $id) { ... { geboortedatum } } }"],
    ["included by name", "{ nieuwkomer(id: $id) { ... @include(if: true) { geboortedatum } } }"],
    [
      "twice, once in a fragment",
      "{ nieuwkomer(id: $id) { geboortedatum ... on Nieuwkomer { geboortedatum } } }",
    ],
    ["through a member of the family", "{ nieuwkomer(id: $id) { id betrokkenen { id } geboortedatum } }"],
  ])("is asked of no subgraph %s", async (_how, selection) => {
    const answer = await askHere(bellers.trajectbegeleider, `query ($id: ID!) ${selection}`, { id });
    expect(refusals(answer)).toEqual([expect.stringMatching(/: GEEN_ARTIKEL geboortedatum$/)]);
    expect(answer.errors).toHaveLength(1);
    expect(traffic()).not.toContain("geboortedatum");
  });

  it("gets an error for each person in a list, at the place of that person", async () => {
    const query = "{ nieuwkomers(first: 3) { edges { node { id geboortedatum } } } }";
    const { data, errors } = await askHere(bellers.trajectbegeleider, query);
    expect(data.nieuwkomers.edges).toHaveLength(3);
    expect(errors.map(({ path }) => path)).toEqual(
      [0, 1, 2].map((index) => ["nieuwkomers", "edges", index, "node", "geboortedatum"]),
    );
  });

  it("gets two errors at two places when one fragment is spread twice", async () => {
    const query = `query ($id: ID!) { a: nieuwkomer(id: $id) { ...A } b: nieuwkomer(id: $id) { ...A } }
      fragment A on Nieuwkomer { geboortedatum }`;
    const { errors } = await askHere(bellers.trajectbegeleider, query, { id });
    expect(errors.map(({ path }) => path)).toEqual([
      ["a", "geboortedatum"],
      ["b", "geboortedatum"],
    ]);
  });

  it("is silent when it is not included, and is not asked then either", async () => {
    const query = `query ($id: ID!, $ook: Boolean = false) {
      nieuwkomer(id: $id) { id geboortedatum @include(if: $ook) bsn @skip(if: true) }
    }`;
    const without = await askHere(bellers.begeleider, query.replace("geboortedatum", "nationaliteit"), {
      id,
    });
    expect(without).toMatchObject({ errors: [], data: { nieuwkomer: { id } } });
    expect(Object.keys(without.data.nieuwkomer)).toEqual(["id"]);
    expect(traffic()).not.toMatch(/nationaliteit|bsn/);
    const withIt = await askHere(bellers.begeleider, query.replace("geboortedatum", "nationaliteit"), {
      id,
      ook: true,
    });
    expect(refusals(withIt)).toEqual(["nieuwkomer.nationaliteit: GEEN_ARTIKEL nationaliteit"]);
    expect(traffic()).not.toMatch(/nationaliteit|bsn/);
  });

  it("costs no request at all when nothing else is asked", async () => {
    const { data, errors } = await askHere(
      bellers.trajectbegeleider,
      "{ mijnKlanten(first: 5) { totalCount } }",
    );
    expect({ data, reden: errors.map(({ extensions }) => extensions["reden"]) }).toEqual({
      data: { mijnKlanten: null },
      reden: ["GEEN_ARTIKEL"],
    });
    expect(traffic()).toBe("");
  });

  it("leaves a person without any field that is shared standing as an empty place", async () => {
    const query =
      "query ($id: ID!, $unused: Int = 3) { nieuwkomer(id: $id) { geboortedatum nationaliteit } }";
    const { data } = await askHere(bellers.trajectbegeleider, query.replace(", $unused: Int = 3", ""), {
      id,
    });
    expect(data).toEqual({ nieuwkomer: { geboortedatum: null, nationaliteit: null } });
    expect(traffic()).not.toMatch(/geboortedatum|nationaliteit/);
  });

  it("takes its variables with it", async () => {
    const query = `query ($id: ID!, $regime: Regime) {
      nieuwkomer(id: $id) { id } nieuwkomers(filter: { regime: $regime }) { totalCount }
    }`;
    const answer = await askHere(bellers.trajectbegeleider, query, { id, regime: "WI2021" });
    expect(answer.data).toEqual({ nieuwkomer: { id }, nieuwkomers: null });
    expect(refusals(answer)).toEqual(["nieuwkomers: GEEN_ARTIKEL regime"]);
    expect(traffic()).not.toContain("regime");
  });
});

describe("the plan that was made for one caller", () => {
  const both = [bellers.regievoerder, bellers.trajectbegeleider] as const;

  /** What a caller got and what was asked for it. */
  async function exchange(beller: Beller, query: string) {
    const { data, errors } = await askHere(beller, query, { id });
    return { data, errors, asked: traffic() };
  }

  it.each([
    ["with an operation name", dossier],
    ["without one", dossier.replace("Dossier", "")],
  ])("is never another's, in any order, %s", async (_how, query) => {
    const [high, low] = both;
    // A space more makes another text: no plan is known for it yet.
    const texts = [query, `${query} `];
    const first = [await exchange(high, query), await exchange(low, query), await exchange(high, query)];
    const second = [
      await exchange(low, `${texts[1]}`),
      await exchange(high, `${texts[1]}`),
      await exchange(low, `${texts[1]}`),
    ];
    expect(first[0]?.data.nieuwkomer.geboortedatum).toMatch(/^\d{4}-/);
    expect(first[0]?.errors).toEqual([]);
    expect(first[0]?.asked).toContain("geboortedatum");
    expect(first[1]?.data.nieuwkomer.geboortedatum).toBeNull();
    expect(first[1]?.asked).not.toContain("geboortedatum");
    expect(first[2]).toEqual(first[0]);
    expect(second[0]).toEqual(first[1]);
    expect(second[1]).toEqual(first[0]);
    expect(second[2]).toEqual(first[1]);
  });

  it("cannot be called by a hash: persisted queries are not there", async () => {
    const response = await fetch(gateway.url, {
      method: "POST",
      headers: { "content-type": "application/json", doel: "regie", authorization: "Bearer x" },
      body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } }),
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(traffic()).toBe("");
  });
});

describe("a mutation with something refused in it", () => {
  it("is refused whole when the caller may not write that, and reaches no subgraph", async () => {
    const sleutel = { idempotentieSleutel: "voor-het-plannen-1" };
    const answer = await askHere(
      bellers.trajectbegeleider,
      `mutation ($input: StartKetenrelatieInput!) { startKetenrelatie(input: $input) { ketenrelatie { id } } }`,
      { input: { nieuwkomerId: id, partij: "humanitas", doel: "pip-taak", ...sleutel } },
    );
    expect(answer.data).toBeNull();
    expect(refusals(answer)).toEqual([
      expect.stringContaining("startKetenrelatie: GEEN_ARTIKEL ketenrelaties"),
    ]);
    expect(traffic()).toBe("");
  });

  it("is refused whole when something in its answer is refused, before anything is written", async () => {
    const query = `mutation ($input: RegistreerLesaanwezigheidInput!) {
      registreerLesaanwezigheid(input: $input) { inschrijving { id nieuwkomer { id bsn } } }
    }`;
    const les = { datum: "2026-01-05", uren: 3, aanwezigheid: "AANWEZIG" };
    const docent = { ...bellers.trajectbegeleider, rol: "docent", doel: "voortgang" };
    const answer = await askHere(docent, query, {
      input: { inschrijvingId: id, ...les, idempotentieSleutel: "voor-het-plannen-2" },
    });
    expect(answer.data).toBeNull();
    expect(refusals(answer)).toEqual([
      "registreerLesaanwezigheid.inschrijving.nieuwkomer.bsn: GEEN_ARTIKEL bsn",
    ]);
    expect(traffic()).toBe("");
  });

  it("is refused when it asks two bronhouders at once: they cannot write together or not at all", async () => {
    const query = `mutation ($a: MeldVoortgangInput!, $b: RegistreerReintegratievoorzieningInput!) {
      meldVoortgang(input: $a) { __typename }
      registreerReintegratievoorziening(input: $b) { __typename }
    }`;
    const sleutel = { idempotentieSleutel: "voor-het-plannen-3" };
    const a = { taakId: id, status: "BEZIG", versie: 1, ...sleutel };
    const b = {
      nieuwkomerId: id,
      soort: "WERKERVARINGSPLEK",
      datumStart: "2026-01-01",
      urenPerWeek: 8,
      ...sleutel,
    };
    const answer = await askHere(bellers.werkcoach, query, { a, b });
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
    expect(answer.errors[0]?.message).toContain("gemeente en wpda");
    expect(traffic()).toBe("");
  });
});

describe("the schema that a caller sees", () => {
  const introspection = `query ($hidden: Boolean = true) {
    __schema { types { name fields(includeDeprecated: $hidden) { name args { name } } inputFields { name } } }
  }`;

  async function seenBy(beller: Beller) {
    const { data, errors } = await askHere(beller, introspection);
    expect(errors).toEqual([]);
    const types: readonly { name: string; fields: readonly { name: string }[] | null }[] =
      data.__schema.types;
    return new Map(types.map(({ name, fields }) => [name, (fields ?? []).map((field) => field.name)]));
  }

  it("holds what can ever be shared with this partij, rol and doel, and nothing else", async () => {
    const roc = await seenBy(bellers.trajectbegeleider);
    expect(roc.get("Nieuwkomer")).toEqual(expect.arrayContaining(["id", "naam", "bsn", "inschrijvingen"]));
    expect(roc.get("Nieuwkomer")).not.toEqual(expect.arrayContaining(["geboortedatum"]));
    expect([...roc.keys()]).not.toEqual(expect.arrayContaining(["Uitkering"]));
    expect([...roc.keys()].filter((name) => /uitkering|gezin|ontheffing/i.test(name))).toEqual([]);
    const regie = await seenBy(bellers.regievoerder);
    expect(regie.get("Nieuwkomer")).toEqual(expect.arrayContaining(["geboortedatum", "gezin"]));
    expect(regie.get("Nieuwkomer")).not.toContain("toegang");
  });

  it.each([
    bellers.regievoerder,
    bellers.begeleider,
    { ...bellers.trajectbegeleider, rol: "docent", doel: "voortgang" },
  ])("is the schema that npm run schema writes, for $partij $rol", async (beller) => {
    const { data } = await askHere(beller, getIntrospectionQuery());
    const moment = new Date();
    const protocollen = await readProtocolversies();
    const { partij, rol, doel, medewerker, gemeenten } = beller;
    const afnemer = { partij, rol, medewerkerId: medewerker, gemeenten };
    const protocol = protocollen.op(moment);
    const schemaFor = await readAudienceSchemas(protocollen);
    const written = schemaFor({ protocol, afnemer, doel, moment });
    const told = printSchema(lexicographicSortSchema(buildClientSchema(data)));
    expect(told).toBe(printSchema(lexicographicSortSchema(buildASTSchema(written))));
  });

  it("is another for the same caller with another doel", async () => {
    const taalaanbod = await seenBy(bellers.trajectbegeleider);
    const voortgang = await seenBy({ ...bellers.trajectbegeleider, doel: "voortgang" });
    expect(taalaanbod.get("Nieuwkomer")).toContain("bsn");
    expect(voortgang.get("Nieuwkomer")).not.toContain("bsn");
  });

  it("is told beside data, in the order that was asked, and no subgraph is asked for it", async () => {
    const query = `query ($id: ID!, $naam: String!) {
      type: __type(name: $naam) { name } nieuwkomer(id: $id) { id } __schema { queryType { name } }
    }`;
    const { data, errors } = await askHere(bellers.trajectbegeleider, query, { id, naam: "Uitkering" });
    expect({ data, errors }).toEqual({
      data: { type: null, nieuwkomer: { id }, __schema: { queryType: { name: "Query" } } },
      errors: [],
    });
    expect(traffic()).not.toMatch(/__schema|__type\b/);
  });
});

describe("a value of a wrong form", () => {
  it.each([
    ["query ($n: Int = 5) { nieuwkomers(first: $n) { totalCount } }", { n: null }],
    ["query ($ook: Boolean = true) { nieuwkomers { totalCount @include(if: $ook) } }", { ook: null }],
    ['query ($naam: String = "Pip") { __type(name: $naam) { name } }', { naam: null }],
  ])("is one that is null where it may not be: %s", async (query, variables) => {
    const answer = await askHere(bellers.regievoerder, query, variables);
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(traffic()).toBe("");
  });

  it("is refused before anything is asked, and says what was expected", async () => {
    const answer = await askHere(
      bellers.regievoerder,
      "query ($n: Int!) { nieuwkomers(first: $n) { totalCount } }",
      {
        n: "veel",
      },
    );
    expect(answer.errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(traffic()).toBe("");
  });
});
