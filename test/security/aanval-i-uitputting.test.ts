import { describe, expect, it } from "vitest";
import { ask, subgraphUrl } from "../support/ask.ts";
import { askTraced } from "../support/ask-traced.ts";
import { bellers } from "../support/callers.ts";
import { readCaseload } from "../support/read-caseload.ts";

const { regievoerder, trajectbegeleider } = bellers;
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");
const household = (depth: number): string =>
  depth === 0 ? "id" : `gezin { leden { nieuwkomer { ${household(depth - 1)} } } }`;
const everybody = (within: string) => `{ nieuwkomers(first: 500) { edges { node { ${within} } } } }`;

/** What an attack is told, when no subgraph was asked anything for it. */
async function refusal(query: string, variables = {}): Promise<unknown> {
  const { answer, fetches } = await askTraced(regievoerder, query, variables);
  expect(fetches.length).toBe(0);
  expect(answer.data ?? null).toBeNull();
  const [error] = answer.errors;
  const maat = error?.extensions["maat"];
  return maat === undefined ? error?.extensions.code : `${error?.extensions.code}: ${maat}`;
}

describe("a question that would exhaust the hub", () => {
  it("I1 is refused when its fragments double each other, whether or not they end in something", async () => {
    for (const depth of [26, 40, 60]) {
      const doubling = times(
        depth,
        (index) => `fragment F${index} on Nieuwkomer { ...F${index + 1} ...F${index + 1} }`,
      );
      const source = `${everybody("...F0")} ${doubling} fragment F${depth} on Nieuwkomer { id }`;
      expect(await refusal(source)).toBe("VRAAG_TE_GROOT: velden, ook in fragmenten");
    }
  });

  it("I4 is refused when it goes round through the household, deep or wide", async () => {
    expect(await refusal(everybody(household(5)))).toBe("VRAAG_TE_GROOT: niveaus");
    expect(await refusal(everybody(household(100)))).toBe("VRAAG_TE_GROOT: niveaus");
    expect(await refusal(everybody(household(3)))).toBe(
      "VRAAG_TE_GROOT: objecten in het antwoord, naar schatting",
    );
    expect(await refusal(everybody(household(10_000)))).toBe("GRAPHQL_PARSE_FAILED");
  });

  it("I5 is refused when its types, lists or objects go on without end", async () => {
    const deep = 20_000;
    expect(await refusal(`query ($x: ${"[".repeat(deep)}Int${"]".repeat(deep)}) { __typename }`)).toBe(
      "GRAPHQL_PARSE_FAILED",
    );
    expect(
      await refusal(`{ nieuwkomers(first: ${"[".repeat(deep)}1${"]".repeat(deep)}) { totalCount } }`),
    ).toBe("GRAPHQL_PARSE_FAILED");
    const object = `${"{a:".repeat(deep)}1${"}".repeat(deep)}`;
    expect(await refusal(`{ nieuwkomers(filter: ${object}) { totalCount } }`)).toBe("GRAPHQL_PARSE_FAILED");
  });

  it("I6 hears no more than a page of what is wrong with it", async () => {
    expect(await refusal(`{ __typename ${times(5_000, (index) => `@d${index}`)} }`)).toBe(
      "GRAPHQL_PARSE_FAILED",
    );
    const { text } = await ask(regievoerder, `{ __typename ${times(1_500, (index) => `@d${index}`)} }`);
    expect(text.length).toBeLessThan(50_000);
    expect(await refusal(everybody(`id ${times(500, () => "@include(if: true)")}`))).toBe(
      "GRAPHQL_VALIDATION_FAILED",
    );
  });

  it("I7 is refused for its aliases, its root fields or its length alone", async () => {
    expect(await refusal(everybody(times(2_000, (index) => `a${index}: id`)))).toBe("GRAPHQL_PARSE_FAILED");
    expect(await refusal(everybody(times(1_200, (index) => `a${index}: id`)))).toBe(
      "VRAAG_TE_GROOT: aliassen",
    );
    expect(
      await refusal(`{ ${times(101, (index) => `a${index}: nieuwkomers(first: 1) { totalCount }`)} }`),
    ).toBe("VRAAG_TE_GROOT: velden op het hoogste niveau");
    expect(await refusal(`{ ${"__typename ".repeat(100_000 / 2)} }`)).toBe("GRAPHQL_PARSE_FAILED");
    const { data } = await ask(regievoerder, `{ ${", \n".repeat(100_000)} __typename }`);
    expect(data).toEqual({ __typename: "Query" });
  });

  it("I8 is not read when it is larger than a request may be", async () => {
    const { status, errors, data } = await ask(
      regievoerder,
      `{ __typename } # ${"x".repeat(1_048_600)}`,
    ).catch(
      // Refused before the end was read, so that the connection may be closed under the rest.
      () => ({ status: 413, errors: [], data: undefined }),
    );
    expect({ status, errors, data }).toEqual({ status: 413, errors: [], data: undefined });
  });

  it("I9 is one question: a list of them is not taken", async () => {
    const response = await fetch(subgraphUrl("gemeente"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: "{ __typename }" }))),
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  });

  it("I10 is refused for a page of too many, of none or of fewer, and for pages within pages", async () => {
    const page =
      "query ($first: Int!) { nieuwkomers(first: $first) { edges { node { id naam { geslachtsnaam } } } } }";
    expect(await refusal(page, { first: 1_000_000 })).toBe(
      "VRAAG_TE_GROOT: objecten in het antwoord, naar schatting",
    );
    for (const first of [501, 0, -1, -2_147_483_648]) {
      const { errors } = await ask(regievoerder, page, { first });
      expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
    }
    const paid = `{ a: nieuwkomers(first: -2147483648) { edges { node { id } } }
      b: nieuwkomers(first: 500) { edges { node { ${household(3)} } } } }`;
    expect(await refusal(paid)).toBe("VRAAG_TE_GROOT: objecten in het antwoord, naar schatting");
  });

  it("I13 is refused when it asks the schema for the types of fields of types of fields", async () => {
    const round = (depth: number): string =>
      depth === 0 ? "name" : `fields { type { ${round(depth - 1)} } }`;
    expect(await refusal(`{ __schema { types { ${round(8)} } } }`)).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("is refused by a subgraph that is asked directly about more people than fit in the largest page", async () => {
    const entities = "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Nieuwkomer { id } } }";
    const person = { __typename: "Nieuwkomer", id: "00000000-0000-4000-8000-000000000000" };
    for (const naam of ["gemeente", "wpda", "vluchtelingenwerk", "roc"]) {
      const asked = (count: number) =>
        ask(trajectbegeleider, entities, { r: Array(count).fill(person) }, { url: subgraphUrl(naam) });
      expect((await asked(5_001)).errors[0]?.extensions).toMatchObject({
        code: "VRAAG_TE_GROOT",
        maximum: 5_000,
      });
      expect((await asked(2)).errors.map(({ extensions }) => extensions.code)).not.toContain(
        "VRAAG_TE_GROOT",
      );
    }
  });
});

describe("a question of a user", () => {
  it("is far from every limit: the main job for five hundred people, and what an explorer asks of the schema", async () => {
    const { errors, data } = await ask(regievoerder, await readCaseload(), {
      gemeente: "GM1680",
      first: 500,
    });
    expect(errors).toEqual([]);
    expect(data.nieuwkomers.edges.length).toBeGreaterThan(52);
  });
});
