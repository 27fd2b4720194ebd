import { readFile } from "node:fs/promises";
import { readCoverage } from "@ketenhub/annotations";
import { decide } from "@ketenhub/protocol";
import { readProtocolversies } from "@ketenhub/protocol-file";
import {
  buildASTSchema,
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  parse,
  printSchema,
} from "graphql";
import { describe, expect, inject, it } from "vitest";
import { ask, send, subgraphUrl } from "../support/ask.ts";
import { doelwit } from "../support/attackers.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";

const { regievoerder, begeleider } = bellers;
const doors = () => [inject("hub").url, ...Object.keys(inject("hub").subgraphs).map(subgraphUrl)];
const internal =
  /\bat [\w.<>]+ \(|node_modules|\.ts:\d|127\.0\.0\.1|localhost|ECONN|SELECT |FROM |typeorm|pg_|relation "|violates|Key \(/i;

describe("G5 what answers without a token", () => {
  it("G5 is that a part lives and whom it knows, and nothing of anybody", async () => {
    for (const door of doors()) {
      const { origin } = new URL(door);
      for (const path of ["/healthz", "/readyz"]) {
        const text = await (await fetch(`${origin}${path}`)).text();
        expect(text).toMatch(
          /^\{"status":"(?:alive"|ready","dependencies":\{"[a-z]+":"ready"(?:,"[a-z]+":"ready")*\})\}$/,
        );
      }
      for (const path of [
        "/",
        "/metrics",
        "/_meta",
        "/status",
        "/.well-known/apollo/server-health",
        "/debug",
        "/docs",
      ]) {
        expect((await fetch(`${origin}${path}`)).status, path).toBe(404);
      }
    }
  });

  it("G5 is nothing of the schema, at any door", async () => {
    for (const url of doors()) {
      for (const query of [
        "{ __typename }",
        `{ __type(name: "Nieuwkomer") { name } }`,
        getIntrospectionQuery(),
      ]) {
        const { status, text } = await send(query, {}, { url, headers: { doel: "regie" } });
        expect({ status, isTold: /Nieuwkomer/.test(text) }).toEqual({ status: 401, isTold: false });
      }
    }
  });
});

describe("G6 the text of an error", () => {
  const misshapen: readonly (readonly [string, object])[] = [
    ["query ($id: ID!) { nieuwkomer(id: $id) { id } }", { id: { a: 1 } }],
    ["query ($id: ID!) { nieuwkomer(id: $id) { id } }", {}],
    ["{ nieuwkomers(first: 99999999999) { totalCount } }", {}],
    [
      "query ($first: Int!) { nieuwkomers(first: $first) { totalCount } }",
      { first: "1; DROP TABLE nieuwkomer" },
    ],
    ["query ($after: String) { nieuwkomers(after: $after) { totalCount } }", { after: "\u0000" }],
    [`{ nieuwkomers(filter: { gemeente: "x' OR 1=1" }) { totalCount } }`, {}],
    ["{ nieuwkomers(orderBy: { naam: OMHOOG }) { totalCount } }", {}],
    ["{ nieuwkomers(orderBy: { naam: OPLOPEND, eindeTermijn: OPLOPEND }) { totalCount } }", {}],
    ["{ onbekend { veld } }", {}],
    ["{ nieuwkomers { ", {}],
    ["mutation { meldVoortgang(input: {}) { taak { id } } }", {}],
  ];

  it.each(misshapen)(
    "G6 says what was expected, and nothing of how it is made: %s",
    async (query, variables) => {
      const { errors, text } = await ask(regievoerder, query, { ...variables });
      expect(errors.length).toBeGreaterThan(0);
      for (const { extensions } of errors) {
        expect(["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED"]).toContain(
          extensions.code,
        );
        expect(Object.keys(extensions).filter((key) => !["code", "veld", "verwacht"].includes(key))).toEqual(
          [],
        );
      }
      expect(text).not.toMatch(internal);
    },
  );

  it("G6 is as plain when what comes is no question at all", async () => {
    const authorization = `Bearer ${await tokenFor(regievoerder)}`;
    for (const url of doors()) {
      for (const body of [
        "",
        "null",
        "[]",
        "{",
        '"x"',
        "{}",
        '{"query":7}',
        '{"query":"{__typename}","variables":"x"}',
        '{"query":null}',
      ]) {
        const response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json", authorization, doel: "regie" },
          body,
        });
        expect([400, 415], body).toContain(response.status);
        expect(await response.text()).not.toMatch(internal);
      }
    }
  });
});

describe("G8 a name that is nearly right", () => {
  const misspelt = [
    "{ nieuwkomers { edges { node { bsm } } } }",
    "{ nieuwkomers { edges { node { uitkerngen { soort } } } } }",
    "{ nieuwkomers { edges { node { uitkeringen { bedragInCent } } } } }",
    "{ nieuwkomer(ids: 1) { id } }",
    "{ nieuwkomers(filter: { regim: WI2013 }) { totalCount } }",
    "{ nieuwkomers(filter: { regime: WI2012 }) { totalCount } }",
    "query ($f: NieuwkomersFilters) { nieuwkomers(filter: $f) { totalCount } }",
    "{ nieuwkomers { edges { node { ... on Nieuwkome { id } } } } }",
    "{ nieuwkomers @includ(if: true) { totalCount } }",
    "mutation { startKetenrelati(input: {}) { ketenrelatie { id } } }",
    "mutation { startKetenrelatie(input: { nieuwkomerI: 1 }) { ketenrelatie { id } } }",
    "{ _entitie(representations: []) { __typename } }",
  ];

  it.each(misspelt)("G8 is not made right for who misspelt it: %s", async (query) => {
    for (const url of doors()) {
      const { errors, text } = await ask(begeleider, query, {}, { url });
      expect(errors.length).toBeGreaterThan(0);
      expect(text).not.toMatch(/did you mean|bedoelde u/i);
    }
    const variables = { f: { regim: "WI2013" } };
    const inVariables = "query ($f: NieuwkomersFilter) { nieuwkomers(filter: $f) { totalCount } }";
    expect((await ask(begeleider, inVariables, variables)).text).not.toMatch(/did you mean/i);
  });
});

describe("G9 the schema of an audience", async () => {
  const protocol = (await readProtocolversies()).op(new Date());
  const moment = new Date();
  const sdl = await readFile(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8");
  const coverage = readCoverage(buildASTSchema(parse(sdl), { assumeValidSDL: true }), protocol.gegevens);
  const audiences = protocol.document.partijen.flatMap(({ id: partij, rollen }) =>
    rollen.flatMap(({ id: rol }) =>
      protocol.document.doelen
        .filter(({ id: doel }) =>
          protocol.document.artikelen.some(
            (een) => een.partij === partij && een.rollen.includes(rol) && een.doelen.includes(doel),
          ),
        )
        .map(({ id: doel }) => ({ partij, rol, doel })),
    ),
  );
  const schemaOf = async ({ partij, rol, doel }: (typeof audiences)[number]): Promise<GraphQLSchema> => {
    const beller: Beller = {
      partij,
      rol,
      doel,
      medewerker: "proef-1",
      gemeenten: ["GM1680"],
      ...(partij === "nieuwkomer" ? { nieuwkomerId: doelwit } : {}),
    };
    const { data, errors } = await ask(
      beller,
      getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }),
    );
    expect(errors).toEqual([]);
    return buildClientSchema(data);
  };
  const objectsOf = (schema: GraphQLSchema) =>
    Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !isIntrospectionType(type));

  it.each(audiences)(
    "G9 holds nothing that is refused to it whatever the person: $partij $rol, $doel",
    async (audience) => {
      const schema = await schemaOf(audience);
      const { doel } = audience;
      const afnemer = { ...audience, medewerkerId: "proef-1", gemeenten: ["GM1680"] };
      const isClosed = (coordinate: string) =>
        (coverage.get(coordinate) ?? [{ actie: "lezen" as const, gegeven: "?" }]).some(
          ({ actie, gegeven }) =>
            decide(protocol, { afnemer, doel, actie, gegeven, moment }).uitkomst === "geweigerd",
        );
      const shown = objectsOf(schema).flatMap((type) =>
        isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
      );
      expect(shown.filter(isClosed)).toEqual([]);
      expect(shown.length).toBeGreaterThan(1);
    },
  );

  it("G9 names no filter, order or input that is refused, and does by another doel", async () => {
    const inputsOf = (schema: GraphQLSchema) =>
      Object.values(schema.getTypeMap()).flatMap((type) =>
        isInputObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
      );
    const ofBegeleider = inputsOf(
      await schemaOf({ partij: "vluchtelingenwerk", rol: "begeleider", doel: "pvt-map" }),
    );
    expect(ofBegeleider).toContain("NieuwkomersFilter.leerroute");
    expect(ofBegeleider).not.toContain("NieuwkomersFilter.regime");
    expect(ofBegeleider.filter((one) => one.startsWith("StartKetenrelatieInput"))).toEqual([]);
    const ofRegie = inputsOf(await schemaOf({ partij: "gemeente", rol: "regievoerder", doel: "regie" }));
    expect(ofRegie).toEqual(
      expect.arrayContaining(["NieuwkomersFilter.regime", "StartKetenrelatieInput.doel"]),
    );
  });

  it("G10 says in no description what is not in it, nor anything of how the hub is made", async () => {
    const all = [...coverage.keys()].map((coordinate) => coordinate.split(".")[1] ?? "");
    // Only a name that can be nothing else than a name of this schema.
    const tellingNames = [...new Set(all)].filter((name) => /[a-z][A-Z]/.test(name));
    for (const audience of [
      { partij: "vluchtelingenwerk", rol: "begeleider", doel: "maatschappelijke-begeleiding" },
      { partij: "roc", rol: "docent", doel: "voortgang" },
      { partij: "humanitas", rol: "medewerker", doel: "pip-taak" },
    ]) {
      const text = printSchema(await schemaOf(audience));
      const shown = new Set([...text.matchAll(/^\s+(\w+)[(:]/gm)].map(([, name]) => name));
      const descriptions = [...text.matchAll(/"""(.*?)"""/gs)]
        .map(([, description]) => description)
        .join("\n");
      const told = tellingNames.filter(
        (name) => !shown.has(name) && new RegExp(`\\b${name}\\b`).test(descriptions),
      );
      expect(told, audience.rol).toEqual([]);
      expect(descriptions).not.toMatch(/https?:|TODO|FIXME|SELECT|localhost|typeorm|@policy/i);
    }
  });
});

describe("G11 the headers of an answer", () => {
  it("G11 have no fingerprint of it, and are as long for nobody as for somebody who may not be known", async () => {
    const query = "query ($id: ID!) { nieuwkomer(id: $id) { id bsn } }";
    const stranger = await ask({ ...regievoerder, gemeenten: ["GM0106"] }, query, { id: doelwit });
    const nobody = await ask(regievoerder, query, { id: "00000000-0000-4000-8000-000000000000" });
    const namesOf = ({ headers }: typeof nobody) => [...headers.keys()];
    expect(namesOf(stranger)).toEqual(namesOf(nobody));
    expect(stranger.headers.get("content-length")).toBe(nobody.headers.get("content-length"));
    for (const name of ["etag", "last-modified", "server-timing", "x-powered-by", "age"]) {
      expect(namesOf(nobody)).not.toContain(name);
    }
  });
});
