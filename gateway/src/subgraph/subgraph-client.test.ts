import { once } from "node:events";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { SubgraphClient } from "./subgraph-client.ts";

/** A subgraph that does as told; counts connections and keeps the headers it got. */
async function startSubgraph(listener: RequestListener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  let connections = 0;
  server.on("connection", () => {
    connections += 1;
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  return {
    url,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const person = { __typename: "Nieuwkomer", id: "00000000-0000-4000-8000-000000000000", toegang: null };
const context = () => ({
  forward: { authorization: "Bearer token", doel: "regie" },
  answerBefore: performance.now() + 5_000,
});
const clientOf = (naam: string, url: URL, deadline: number) => new SubgraphClient({ naam, url, deadline });
const entities =
  "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Nieuwkomer { a: uitkeringen { soort } pvt { id } } } }";

async function ask(
  client: SubgraphClient,
  query = "{ nieuwkomers { totalCount } }",
  variables: object = {},
): Promise<unknown> {
  return client.process({ request: { query, variables }, context: context() } as never);
}

const json =
  (status: number, body: unknown): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };

describe("the gateway's client of a subgraph", () => {
  it("uses its open connections again for requests after each other", async () => {
    await using subgraph = await startSubgraph(json(200, { data: { nieuwkomers: { totalCount: 1 } } }));
    const client = clientOf("gemeente", subgraph.url, 1_000);
    for (let count = 0; count < 20; count += 1)
      expect(await ask(client)).toEqual({ data: { nieuwkomers: { totalCount: 1 } } });
    expect(subgraph.connections()).toBeLessThanOrEqual(2);
    await client.close();
  });

  it("passes on the caller's token and doel and no other header of the caller", async () => {
    const seen: Record<string, unknown>[] = [];
    await using subgraph = await startSubgraph((request, response) => {
      seen.push(request.headers);
      json(200, { data: {} })(request, response);
    });
    const client = clientOf("gemeente", subgraph.url, 1_000);
    await ask(client);
    const { host, connection, "content-length": _length, ...headers } = seen[0] ?? {};
    expect(headers).toEqual({
      authorization: "Bearer token",
      doel: "regie",
      "content-type": "application/json",
      accept: "application/json",
    });
    await client.close();
  });

  const failures: readonly (readonly [string, RequestListener])[] = [
    [
      "is cut off halfway",
      (_request, response) => response.writeHead(200).write('{"data"', () => response.destroy()),
    ],
    ["answers with garbage", (_request, response) => response.writeHead(200).end("<html>")],
    ["answers with JSON that is no answer", json(200, [1, 2])],
    ["fails", json(500, { errors: [{ message: "SELECT bsn FROM nieuwkomer" }] })],
    ["does not answer in time", () => undefined],
  ];
  for (const [what, listener] of failures) {
    it(`says at every path that the bronhouder is out of reach when it ${what}`, async () => {
      await using subgraph = await startSubgraph(listener);
      const client = clientOf("wpda", subgraph.url, 300);
      const answer = await ask(client, entities, { representations: [person, person] });
      const extensions = { code: "BRONHOUDER_ONBEREIKBAAR", bronhouder: "wpda" };
      const message = "De bronhouder wpda antwoordt nu niet. Probeer het later opnieuw.";
      expect(answer).toEqual({
        data: null,
        errors: [
          { message, extensions, path: ["_entities", 0, "a"] },
          { message, extensions, path: ["_entities", 0, "pvt"] },
          { message, extensions, path: ["_entities", 1, "a"] },
          { message, extensions, path: ["_entities", 1, "pvt"] },
        ],
      });
    });
  }

  it("passes on why a subgraph refused a request as a whole", async () => {
    const error = { message: "Expected a day.", extensions: { code: "BAD_USER_INPUT" } };
    await using subgraph = await startSubgraph(json(400, { errors: [error] }));
    const client = clientOf("roc", subgraph.url, 1_000);
    expect(await ask(client, "mutation { x: registreerLesaanwezigheid { inschrijving { id } } }")).toEqual({
      data: null,
      errors: [{ ...error, path: ["x"] }],
    });
    await client.close();
  });

  it("passes on no extensions of a subgraph beside its data", async () => {
    await using subgraph = await startSubgraph(json(200, { data: {}, extensions: { ftv1: "trace" } }));
    const client = clientOf("roc", subgraph.url, 1_000);
    expect(await ask(client)).toEqual({ data: {} });
    await client.close();
  });

  it.each([
    ["a BSN in the place of the toegang", { toegang: "999900092" }],
    ["an object in the place of the toegang", { toegang: { zorg: "x" } }],
    ["a BSN in the place of the id", { id: "999900092" }],
    ["a fact of a person", { geboortedatum: "1990-01-01" }],
    ["another text in the place of the type", { __typename: "ara" }],
  ])("never sends %s to a subgraph", async (_what, change) => {
    const bodies: string[] = [];
    await using subgraph = await startSubgraph((request, response) => {
      request.on("data", (chunk) => bodies.push(String(chunk)));
      json(200, { data: {} })(request, response);
    });
    const client = clientOf("roc", subgraph.url, 1_000);
    const answer = await ask(client, entities, { representations: [person, { ...person, ...change }] });
    expect(bodies).toEqual([]);
    expect(answer).toMatchObject({
      data: null,
      errors: expect.arrayContaining([expect.objectContaining({ path: ["_entities", 1, "pvt"] })]),
    });
    await client.close();
  });
});

describe("a subgraph that goes on failing", () => {
  async function countAsked(times: number, listener: RequestListener) {
    let asked = 0;
    await using subgraph = await startSubgraph((request, response) => {
      asked += 1;
      listener(request, response);
    });
    const changes: string[] = [];
    const client = new SubgraphClient({
      naam: "roc",
      url: subgraph.url,
      deadline: 1_000,
      onCircuit: (status) => changes.push(status),
    });
    for (let count = 0; count < times; count += 1) await ask(client);
    await client.close();
    return { asked, changes };
  }

  it("is left alone after five questions", async () => {
    expect(await countAsked(8, json(500, {}))).toEqual({ asked: 5, changes: ["open"] });
  });

  it("is counted one failure for a question that was asked twice", async () => {
    const { asked, changes } = await countAsked(5, (_request, response) => response.destroy());
    expect([asked, changes]).toEqual([10, ["open"]]);
  });

  it.each([
    ["too large", json(413, { statusCode: 413, error: "Payload Too Large" })],
    [
      "of another form",
      (_request: unknown, response: ServerResponse) => response.writeHead(415).end("<html>"),
    ],
    ["refused", json(400, { errors: [{ message: "no" }] })],
  ] as const)("is not failing when the questions are: %s", async (_what, listener) => {
    expect(await countAsked(12, listener)).toEqual({ asked: 12, changes: [] });
  });
});
