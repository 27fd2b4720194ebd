import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { describe, expect, inject, it } from "vitest";
import { ask, subgraphUrl } from "../support/ask.ts";
import { doelwit } from "../support/attackers.ts";
import { bellers, tokenFor } from "../support/callers.ts";

const { regievoerder, begeleider } = bellers;
const id = doelwit;
const byId = "query ($id: ID!) { nieuwkomer(id: $id) { id naam { geslachtsnaam } } }";
const prototypeIsClean = () => expect(Object.keys(Object.prototype)).toEqual([]);

describe("H1 the names of an object's own machinery", () => {
  const names = [
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "then",
    "toJSON",
    "valueOf",
  ];

  it.each(names)(
    "H1 are names like any other when they are an alias, across subgraphs and beside a refusal: %s",
    async (name) => {
      const query = `query ($id: ID!) { ${name}: nieuwkomer(id: $id) {
      id ${name}: naam { ${name}: geslachtsnaam } b: begeleiding { ${name}: startdatum } c: bsn } }`;
      const { data, errors } = await ask(begeleider, query, { id });
      const person = Object.getOwnPropertyDescriptor(data, name)?.value;
      expect(Object.getOwnPropertyDescriptor(person, name)?.value).toEqual(
        JSON.parse(`{ "${name}": ${JSON.stringify("Voorbeeld-Hulstbes")} }`),
      );
      expect(Object.getOwnPropertyDescriptor(person.b, name)?.value).toMatch(/^\d{4}-/);
      expect(errors.map(({ path }) => path)).toEqual([[name, "c"]]);
      prototypeIsClean();
    },
  );

  it.each(names)("H1 give nothing when it is they that are refused: %s", async (name) => {
    const query = `query ($id: ID!) { p: nieuwkomer(id: $id) { ${name}: bsn } ${name}: uitkeringscijfers(gemeente: "GM1680", peildatum: "2020-01-01") { ${name}: peildatum } }`;
    const { text, errors } = await ask(begeleider, query, { id });
    expect(text).toContain(`"p":{"${name}":null}`);
    expect(errors.map(({ path }) => path?.join(".")).sort()).toEqual([name, `p.${name}`].sort());
    prototypeIsClean();
  });

  it.each(names)("H1 are no variable that is there by itself: %s", async (name) => {
    const query = `query ($${name}: ID!) { nieuwkomer(id: $${name}) { id } }`;
    const given = await ask(begeleider, query, JSON.parse(`{ "${name}": "${id}" }`));
    // The body of a request that names these is refused before it is read.
    if (name === "__proto__" || name === "constructor") expect([200, 400]).toContain(given.status);
    else expect(given.data).toEqual({ nieuwkomer: { id } });
    const missing = await ask(begeleider, query, {});
    expect(missing.data?.nieuwkomer ?? null).toBeNull();
    expect(missing.errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});

describe("H2 variables that are not what they seem", () => {
  const post = async (body: string) => {
    const response = await fetch(inject("hub").url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${await tokenFor(begeleider)}`,
        doel: begeleider.doel,
      },
      body,
    });
    return { status: response.status, text: await response.text() };
  };

  it("H2 with __proto__ in them change nothing but their own answer", async () => {
    for (const variables of [
      `{ "__proto__": { "id": "${id}" } }`,
      `{ "constructor": { "prototype": { "id": "${id}" } } }`,
      `{ "id": { "__proto__": { "id": "${id}" } } }`,
    ]) {
      const { text } = await post(`{ "query": ${JSON.stringify(byId)}, "variables": ${variables} }`);
      expect(text).not.toMatch(/Voorbeeld-/);
      prototypeIsClean();
    }
    const roles = await post(
      `{ "query": "{ nieuwkomer(id: \\"${id}\\") { bsn } }", "__proto__": { "rol": "regievoerder" }, "rol": "regievoerder" }`,
    );
    expect(roles.text).not.toMatch(/9999000/);
  });

  it("H2 given twice count once, and are decided about as they count", async () => {
    const stranger = bekendePersonen.alleenGemeente.id;
    const query = JSON.stringify(byId);
    for (const [first, last] of [
      [id, stranger],
      [stranger, id],
    ]) {
      const { text } = await post(
        `{ "query": ${query}, "variables": { "id": "${first}", "id": "${last}" } }`,
      );
      expect(JSON.parse(text).data.nieuwkomer?.id ?? null).toBe(last === id ? id : null);
    }
  });

  it("H2 of another kind than an id are nobody's id", async () => {
    const spellings = [
      1,
      1e21,
      -0,
      "1",
      id.toUpperCase(),
      ` ${id}`,
      `${id}\u0000`,
      `${id}\u200b`,
      id.replace("a", "а"),
      id.replaceAll("-", ""),
      `{${id}}`,
      `urn:uuid:${id}`,
      "%",
      "_".repeat(36),
      `${id.slice(0, -1)}_`,
      "' OR '1'='1",
    ];
    for (const spelling of spellings) {
      const { data, text } = await ask(begeleider, byId, { id: spelling });
      expect(data, String(spelling)).toEqual({ nieuwkomer: null });
      expect(text).toBe('{"data":{"nieuwkomer":null}}\n');
    }
    for (const value of [[id], { id }, true, 1.5]) {
      const { data, errors } = await ask(begeleider, byId, { id: value });
      expect(data?.nieuwkomer ?? null, JSON.stringify(value)).toBeNull();
      expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
    }
  });
});

describe("H4 what reaches the database", () => {
  it("H4 is never an operator, a pattern or an order of the caller's making", async () => {
    const entities =
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Nieuwkomer { id naam { geslachtsnaam } } } }";
    for (const key of [
      { _type: "not" },
      { $ne: null },
      { "@instanceof": "FindOperator", _value: "x" },
      ["x"],
      "%",
      null,
    ]) {
      const r = [{ __typename: "Nieuwkomer", id: key }];
      const { data } = await ask(regievoerder, entities, { r }, { url: subgraphUrl("gemeente") });
      expect(data?._entities?.[0]?.naam ?? null, JSON.stringify(key)).toBeNull();
    }
    for (const variables of [
      { orderBy: { naam: "OPLOPEND; DROP TABLE nieuwkomer" } },
      { orderBy: { "n.bsn": "OPLOPEND" } },
      { orderBy: { naam: { direction: "ASC" } } },
      { filter: { gemeente: { _type: "not", _value: "GM0106" } } },
      { filter: { leerroute: "%" } },
      { filter: { gemeente: "GM1680' OR '1'='1" } },
    ]) {
      const list =
        "query ($filter: NieuwkomersFilter, $orderBy: NieuwkomersVolgorde) { nieuwkomers(filter: $filter, orderBy: $orderBy) { totalCount } }";
      for (const url of [inject("hub").url, subgraphUrl("gemeente")]) {
        const { data, errors } = await ask(regievoerder, list, variables, { url });
        expect(data?.nieuwkomers ?? null, JSON.stringify(variables)).toBeNull();
        expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
      }
    }
  });
});
