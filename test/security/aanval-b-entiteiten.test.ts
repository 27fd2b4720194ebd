import { randomUUID } from "node:crypto";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { describe, expect, inject, it } from "vitest";
import { type Answer, ask, subgraphUrl } from "../support/ask.ts";
import { doelwit } from "../support/attackers.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";
import { rawRequest } from "../support/raw-request.ts";

const { regievoerder, werkcoach, begeleider, trajectbegeleider } = bellers;
const id = doelwit;
const subgraphs = ["gemeente", "wpda", "vluchtelingenwerk", "roc"] as const;
const facts: Readonly<Record<(typeof subgraphs)[number], string>> = {
  gemeente: "bsn naam { geslachtsnaam } pip { status }",
  wpda: "uitkeringen { soort bedragInCenten } heeftUitkering",
  vluchtelingenwerk: "begeleiding { startdatum notitie } pvt { gevolgdeUren }",
  roc: "inschrijvingen { opleiding } ",
};
const own: Readonly<Record<(typeof subgraphs)[number], Beller>> = {
  gemeente: regievoerder,
  wpda: werkcoach,
  vluchtelingenwerk: begeleider,
  roc: trajectbegeleider,
};
const entities = (fields: string) =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Nieuwkomer { ${fields} } } }`;
const askEntities = (
  naam: (typeof subgraphs)[number],
  beller: Beller,
  representations: readonly unknown[],
  fields = facts[naam],
): Promise<Answer> => ask(beller, entities(fields), { r: representations }, { url: subgraphUrl(naam) });
const redenen = ({ errors }: Answer) => [...new Set(errors.map(({ extensions }) => extensions["reden"]))];

describe("what federation asks", () => {
  it("B8 is not in what the gateway serves, and no name is suggested for it", async () => {
    for (const query of [
      "{ _service { sdl } }",
      `{ _entities(representations: [{ __typename: "Nieuwkomer", id: "${id}" }]) { __typename } }`,
      "{ _servic { sdl } }",
      "query ($r: [_Any!]!) { __typename }",
      "{ nieuwkomer(id: 1) { ... on _Entity { __typename } } }",
    ]) {
      const { data, errors, text } = await ask(regievoerder, query);
      expect(data, query).toBeUndefined();
      expect(errors.every(({ extensions }) => extensions.code === "GRAPHQL_VALIDATION_FAILED")).toBe(true);
      expect(text).not.toMatch(/did you mean|_Entity"|sdl:/i);
    }
  });
});

describe.each(subgraphs)("subgraph %s, asked directly", (naam) => {
  it("B9 answers 401 before it reads what is asked, to whoever brings no token of his own", async () => {
    const expired = await tokenFor(regievoerder, { lifetimeSeconds: -60 });
    const other = (await tokenFor(regievoerder)).replace(/\.[^.]+$/, ".AAAA");
    for (const token of [undefined, "", expired, other]) {
      for (const query of ["{ _service { sdl } }", entities(facts[naam]), "{ this is { no query"]) {
        const { status, data, text } = await ask(
          regievoerder,
          query,
          { r: [] },
          { url: subgraphUrl(naam), token },
        );
        expect({ status, data }, query).toEqual({ status: 401, data: undefined });
        expect(text).not.toMatch(/syntax|type Nieuwkomer/i);
      }
    }
  });

  it("B10 takes nothing from a representation but the id, and repeats nothing of it", async () => {
    const forged = {
      __typename: "Nieuwkomer",
      id: bekendePersonen.alleenGemeente.id,
      bsn: "123456782",
      nieuwkomerId: id,
      betrokken: true,
      gemeente: "GM1680",
      heeftUitkering: true,
      uitkeringen: [{ soort: "verzonnen", bedragInCenten: 1 }],
      begeleiding: { notitie: "verzonnen" },
      inschrijvingen: [{ opleiding: "verzonnen" }],
      naam: { geslachtsnaam: "verzonnen" },
    };
    for (const beller of [werkcoach, begeleider, trajectbegeleider]) {
      const { data, text } = await askEntities(naam, beller, [forged]);
      expect(Object.values(data._entities[0]).every((value) => value === null)).toBe(true);
      expect(text).not.toMatch(/verzonnen|123456782/);
    }
  });

  it("B11 answers a representation of another type, of none or of nonsense with an error and nothing else", async () => {
    const types = [
      "Uitkering",
      "Query",
      "_Service",
      "String",
      "Verzonnen",
      "__proto__",
      "constructor",
      "",
      " Nieuwkomer",
    ];
    const representations = [
      ...types.map((__typename) => ({ __typename, id })),
      { id },
      { __typename: ["Nieuwkomer"], id },
      JSON.parse('{"__proto__":{"__typename":"Nieuwkomer"},"id":"x"}'),
      null,
      7,
      "Nieuwkomer",
    ];
    for (const representation of representations) {
      const { status, errors, text } = await askEntities(naam, own[naam], [representation]);
      expect(errors.length > 0 || status === 400, JSON.stringify(representation)).toBe(true);
      expect(text).not.toMatch(/Voorbeeld-|PARTICIPATIEWET|NOTITIE|at \w+ \(|node_modules/);
    }
    for (const one of [{ id: [id] }, { id: { toString: id } }, { id: null }, {}, { id: id.toUpperCase() }]) {
      const { data } = await askEntities(naam, own[naam], [{ __typename: "Nieuwkomer", ...one }]);
      const [entity] = data?._entities ?? [null];
      expect(
        Object.values(entity ?? {}).every((value) => value === null),
        JSON.stringify(one),
      ).toBe(true);
    }
  });

  it("B12 keeps the order of a thousand representations, shuffled and repeated, and takes no more than fit in a request", async () => {
    const others = [id, ...Array.from({ length: 9 }, () => randomUUID())];
    const representations = Array.from({ length: 1000 }, (_, index) => ({
      __typename: "Nieuwkomer",
      id: others[(index * 7) % 10],
    }));
    const { data } = await askEntities(naam, own[naam], representations, `id ${facts[naam]}`);
    expect(data._entities.map((entity: { id: string }) => entity.id)).toEqual(
      representations.map((one) => one.id),
    );
    const first = data._entities[0];
    expect(Object.values(first).filter((value) => value !== null).length).toBeGreaterThan(1);
    for (const entity of data._entities) {
      if (entity.id === id) expect(entity).toEqual(first);
      else expect(Object.entries(entity).every(([key, value]) => key === "id" || value === null)).toBe(true);
    }
    // Announced only: what is too large is refused before it is read.
    const tooMany = {
      query: entities(facts[naam]),
      variables: { r: Array(200_000).fill(representations[0]) },
    };
    const answer = await rawRequest(subgraphUrl(naam), [
      "POST /graphql HTTP/1.1",
      "Host: subgraph",
      "Content-Type: application/json",
      `Authorization: Bearer ${await tokenFor(own[naam])}`,
      `Doel: ${own[naam].doel}`,
      `Content-Length: ${Buffer.byteLength(JSON.stringify(tooMany))}`,
    ]);
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });

  it("B13 answers about somebody of another partner as about nobody, to the byte", async () => {
    const nobody = "00000000-0000-4000-8000-000000000000";
    for (const beller of [
      werkcoach,
      begeleider,
      trajectbegeleider,
      { ...regievoerder, gemeenten: ["GM1730"] },
    ]) {
      const existing = await askEntities(naam, beller, [
        { __typename: "Nieuwkomer", id: bekendePersonen.alleenGemeente.id },
      ]);
      const absent = await askEntities(naam, beller, [{ __typename: "Nieuwkomer", id: nobody }]);
      expect(existing.text).toBe(absent.text);
      expect(redenen(existing).length).toBeGreaterThan(0);
    }
  });
});

describe("the gateway", () => {
  it("B9 is no back door: its address takes no question for a subgraph", async () => {
    const { origin } = new URL(inject("hub").url);
    for (const path of ["/graphql/gemeente", "/gemeente/graphql", "/_entities", "/graphql/_service"]) {
      const response = await fetch(`${origin}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
      });
      expect(response.status, path).toBe(404);
    }
  });
});
