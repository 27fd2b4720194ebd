import { join } from "node:path";
import { type RunningGateway, startGateway } from "@ketenhub/gateway";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ask, subgraphUrl } from "../support/ask.ts";
import { doelwit } from "../support/attackers.ts";
import { bellers } from "../support/callers.ts";
import { type HostileSubgraph, startHostileSubgraph } from "../support/hostile-subgraph.ts";

const { werkcoach } = bellers;
const id = doelwit;

describe("H3 a subgraph that lies", () => {
  let hostile: HostileSubgraph;
  let gateway: RunningGateway;
  const query = `query ($id: ID!) { nieuwkomer(id: $id) { id naam { geslachtsnaam } inschrijvingen { soort opleiding } } }`;
  const askThere = () => ask(werkcoach, query, { id }, { url: gateway.url });

  beforeAll(async () => {
    const { directory, subgraphs } = inject("hub");
    hostile = await startHostileSubgraph();
    gateway = await startGateway(
      {
        port: 0,
        host: "127.0.0.1",
        identity: {
          audience: "https://ketenhub.example/graphql",
          developmentKeyFile: join(directory, "ontwikkeluitgever.jwk.json"),
        },
        subgraphs: { ...subgraphs, roc: hostile.url },
        subgraphDeadline: 2_000,
        answerDeadline: 15_000,
        explorers: false,
        logLevel: "silent",
      },
      { protocollen: await readProtocolversies(), now: () => new Date() },
    );
  });
  afterAll(async () => {
    await gateway.stop();
    await hostile.stop();
  });

  const good = { soort: "TAALCURSUS_B1", opleiding: "Taal" };
  const lies: readonly (readonly [string, string])[] = [
    [
      "keys of the prototype",
      `{"data":{"_entities":[{"__proto__":{"bsn":"111222333"},"constructor":{"prototype":{"x":1}},"inschrijvingen":[{"__proto__":{"opleiding":"vals"},"soort":"TAALCURSUS_B1"}]}]}}`,
    ],
    [
      "fields that nobody asked",
      JSON.stringify({
        data: {
          _entities: [
            {
              bsn: "111222333",
              geheim: "vals",
              inschrijvingen: [{ ...good, bsn: "111222333", notitie: "vals" }],
            },
          ],
          geheim: "vals",
        },
        extensions: { geheim: "vals" },
      }),
    ],
    [
      "another type",
      JSON.stringify({
        data: { _entities: [{ __typename: "Uitkering", inschrijvingen: [{ __typename: "Pip", ...good }] }] },
      }),
    ],
    [
      "more entities than asked",
      JSON.stringify({
        data: {
          _entities: [{ inschrijvingen: [good] }, { inschrijvingen: [{ ...good, opleiding: "vals" }] }],
        },
      }),
    ],
    ["fewer entities than asked", JSON.stringify({ data: { _entities: [] } })],
    ["null in a list that has none", JSON.stringify({ data: { _entities: [{ inschrijvingen: [null] }] } })],
    [
      "an object where a text belongs",
      JSON.stringify({
        data: { _entities: [{ inschrijvingen: [{ soort: "VALS", opleiding: { vals: true } }] }] },
      }),
    ],
    ["a text where a list belongs", JSON.stringify({ data: { _entities: "vals" } })],
    [
      "an error at a path of somebody else",
      JSON.stringify({
        data: { _entities: [{ inschrijvingen: null }] },
        errors: [
          {
            message: "SELECT vals FROM nieuwkomer",
            path: ["nieuwkomer", "naam", "geslachtsnaam"],
            extensions: {
              code: "INTERNAL_SERVER_ERROR",
              exception: { stacktrace: ["vals"] },
              geheim: "vals",
            },
          },
        ],
      }),
    ],
    [
      "an error without a form",
      JSON.stringify({ data: null, errors: [{ message: { vals: 1 }, path: "vals", extensions: "vals" }] }),
    ],
    ["errors that are no list", JSON.stringify({ data: null, errors: "vals" })],
    ["nothing but a number", "7"],
  ];

  it.each(lies)("H3 gets nothing past the gateway that was not asked of it: %s", async (_what, body) => {
    hostile.answer(body);
    const { status, data, text, headers } = await askThere();
    expect(status).toBe(200);
    expect(data.nieuwkomer).toMatchObject({ id, naam: { geslachtsnaam: "Voorbeeld-Hulstbes" } });
    expect(Object.keys(data.nieuwkomer).sort()).toEqual(["id", "inschrijvingen", "naam"]);
    expect(text).not.toMatch(/111222333|vals|VALS|SELECT|stacktrace|geheim/);
    expect(headers.get("x-geheim")).toBeNull();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("H3 changes nothing of what another bronhouder said, nor of who it is about", async () => {
    const stranger = {
      __typename: "Nieuwkomer",
      id: bekendePersonen.alleenGemeente.id,
      naam: { geslachtsnaam: "vals" },
    };
    hostile.answer(JSON.stringify({ data: { _entities: [{ ...stranger, inschrijvingen: [good] }] } }));
    const { data } = await askThere();
    expect(data.nieuwkomer).toMatchObject({ id, naam: { geslachtsnaam: "Voorbeeld-Hulstbes" } });
  });

  it("H3 that fails in HTTP is told by name, without its address, status or words", async () => {
    for (const status of [301, 401, 403, 404, 500, 503]) {
      hostile.answer(`{"errors":[{"message":"vals ${subgraphUrl("roc")}"}]}`, status);
      const { text, data } = await askThere();
      expect(data.nieuwkomer.inschrijvingen, String(status)).toBeNull();
      expect(text).not.toMatch(/127\.0\.0\.1/);
    }
  });
});
