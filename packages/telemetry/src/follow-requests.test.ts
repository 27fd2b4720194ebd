import { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { Unauthenticated } from "@ketenhub/errors";
import { InMemorySpanExporter } from "@opentelemetry/sdk-trace";
import Fastify, { type FastifyRequest, LogController } from "fastify";
import { GraphQLError } from "graphql";
import { afterEach, describe, expect, it } from "vitest";
import { createTelemetry, followRequests, noTelemetry, type Telemetry } from "./index.ts";

const secret = "999990019";
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const caller = {
  afnemer: { partij: "wpda", rol: "werkcoach", medewerkerId: secret },
  doel: "reintegratie",
};
const resolvers = {
  Query: {
    goed: () => "goed",
    stuk: () => {
      throw new Error(`Key (bsn)=(${secret}) already exists`);
    },
    geweigerd: () => {
      const extensions = { code: "UNAUTHORIZED_FIELD_OR_TYPE", reden: "GEEN_ARTIKEL", gegeven: secret };
      throw new GraphQLError(secret, { extensions });
    },
    later: () => new Promise((resolve) => setTimeout(resolve, 300, "later")),
  },
  Mutation: { doe: () => "gedaan" },
};

/** A server of which requests are followed. */
async function serve(telemetry: Telemetry = noTelemetry, level = "info") {
  const lines: string[] = [];
  const stream = { write: (line: string) => lines.push(line) };
  const http = Fastify({
    logger: { level, stream },
    logController: new LogController({ disableRequestLogging: true }),
  });
  const follower = followRequests<{ caller: typeof caller }>(http, telemetry);
  const apollo = new ApolloServer<{ caller: typeof caller }>({
    typeDefs:
      "type Query { goed: String stuk: String geweigerd: String later: String } type Mutation { doe(x: String): String }",
    resolvers,
    formatError: follower.formatError,
    plugins: [follower.plugin],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const context = follower.context(async ({ headers }: FastifyRequest) => {
    if (headers["wie"] === "niemand") throw new Unauthenticated(new Error(secret));
    if (headers["wie"] === "stuk") throw new Error(secret);
    return { caller };
  });
  http.post("/graphql", fastifyApolloHandler(apollo, { context }));
  http.get("/readyz", () => "ready");
  const url = await http.listen({ port: 0, host: "127.0.0.1" });
  stops.push(
    () => apollo.stop(),
    () => http.close(),
  );
  lines.length = 0;
  return {
    url,
    entries: () => lines.map((line) => JSON.parse(line)),
    async ask(body: object | string, headers: Record<string, string> = {}, signal?: AbortSignal) {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
        ...(signal ? { signal } : {}),
      });
      return JSON.parse(await response.text());
    },
  };
}

const lastOf = <T>(list: readonly T[]) => list[list.length - 1];

describe("the line in the log of a request", () => {
  it("says of which partij, rol and doel it was, what was asked, how long it took and how it ended", async () => {
    const { ask, entries } = await serve();
    await ask({ query: "{ goed }" });
    expect(entries()).toHaveLength(1);
    expect(entries()[0]).toEqual({
      level: 30,
      time: expect.any(Number),
      pid: expect.any(Number),
      hostname: expect.any(String),
      reqId: expect.any(String),
      msg: "request",
      partij: "wpda",
      rol: "werkcoach",
      doel: "reintegratie",
      operation: "query",
      status: 200,
      seconds: expect.any(Number),
      codes: [],
    });
  });

  it("names the codes of errors, each once", async () => {
    const { ask, entries } = await serve();
    await ask({ query: "{ a: geweigerd b: geweigerd }" });
    expect(lastOf(entries()).codes).toEqual(["UNAUTHORIZED_FIELD_OR_TYPE"]);
    await ask({ query: "mutation { doe }" });
    expect(lastOf(entries())).toMatchObject({ operation: "mutation", codes: [] });
    await ask({ query: "{ bestaatniet }" });
    expect(lastOf(entries())).toMatchObject({ status: 400, codes: ["GRAPHQL_VALIDATION_FAILED"] });
  });

  it("is there for who is not let in, and for what is no question", async () => {
    const { ask, entries } = await serve();
    await ask({ query: "{ goed }" }, { wie: "niemand" });
    expect(lastOf(entries())).toMatchObject({ status: 401, codes: ["UNAUTHENTICATED"] });
    expect(lastOf(entries())).not.toHaveProperty("partij");
    await ask("{");
    expect(lastOf(entries())).toMatchObject({ status: 400, codes: [] });
  });

  it("is there for who did not wait", async () => {
    const { ask, entries } = await serve();
    await expect(ask({ query: "{ later }" }, {}, AbortSignal.timeout(100))).rejects.toThrow();
    await expect.poll(() => entries().map(({ status }) => status)).toEqual([499]);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(entries()).toHaveLength(1);
  });

  it("is not there for who looks at the health of a part", async () => {
    const { url, entries } = await serve();
    await fetch(`${url}/readyz`);
    expect(entries()).toEqual([]);
  });

  it("holds nothing that a caller wrote, and nobody's id", async () => {
    const { ask, entries } = await serve();
    const name = `Over_${secret}`;
    await ask(
      {
        query: `mutation ${name}($x: String) { a${secret}: doe(x: $x) }`,
        variables: { x: secret },
        operationName: name,
      },
      { traceparent: secret, tracestate: `a=${secret}`, baggage: `bsn=${secret}` },
    );
    expect(entries()).toHaveLength(1);
    expect(JSON.stringify(entries())).not.toContain(secret);
  });
});

describe("a reference that a client got instead of an error", () => {
  it.each([{}, { wie: "stuk" }])("stands in the log with the id of its request: %o", async (headers) => {
    const { ask, entries } = await serve();
    const { errors } = await ask({ query: "{ stuk }" }, headers);
    const [masked, line] = entries();
    expect(errors[0].extensions.code).toBe("INTERNAL_SERVER_ERROR");
    expect(masked).toMatchObject({
      msg: "masked error",
      reference: errors[0].extensions.referentie,
      reqId: line.reqId,
    });
    expect(line.codes).toEqual(["INTERNAL_SERVER_ERROR"]);
    expect(JSON.stringify(entries())).not.toContain(secret);
  });

  it("does so for each of many at once, where nothing else is logged", async () => {
    const { ask, entries } = await serve(noTelemetry, "error");
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask({ query: "{ stuk }" })));
    const found = entries().map(({ reference }) => reference);
    expect(found.sort()).toEqual(answers.map(({ errors }) => errors[0].extensions.referentie).sort());
    expect(new Set(entries().map(({ reqId }) => reqId)).size).toBe(20);
  });
});

describe("a request in a trace", () => {
  it("stands in the log with it, and so does its masked error", async () => {
    const exporter = new InMemorySpanExporter();
    const telemetry = await createTelemetry("proef", {}, { exporter });
    const { ask, entries } = await serve(telemetry);
    const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    await ask({ query: "{ stuk }" }, { traceparent: `00-${trace}-00f067aa0ba902b7-01` });
    expect(entries().map(({ traceId }) => traceId)).toEqual([trace, trace]);
    await telemetry.stop();
  });
});

describe("telemetry that is off", () => {
  it("is nothing at all", async () => {
    expect(await createTelemetry("proef", {})).toBe(noTelemetry);
    expect(noTelemetry.fetch("wpda", "x").headers).toEqual({});
    expect(noTelemetry.request("POST", "x").traceparent).toBeUndefined();
  });
});
