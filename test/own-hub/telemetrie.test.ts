import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHub } from "@ketenhub/start";
import { createTelemetry, type Telemetry, type TelemetrySurroundings } from "@ketenhub/telemetry";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, send } from "../support/ask.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";
import { freePorts } from "../support/free-ports.ts";
import { hubConfig } from "../support/hub-setup.ts";

type Exporter = NonNullable<TelemetrySurroundings["exporter"]>;
type Spans = Parameters<Exporter["export"]>[0];

const { id } = bekendePersonen.asielstatushouderB1;
const bsn = "999990019";
const naam = "Hulstbes";
const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
const { regievoerder, klantmanager, werkcoach } = bellers;
/** Everything that only the questions below have in them: about a person, of who asks, or written by him. */
const personal = [
  bsn,
  naam,
  id,
  id.replaceAll("-", ""),
  "wpda-klantmanager-1",
  "wpda-werkcoach-1",
  "regievoerder-1",
];
const texts = ["Voorbeeld", "uitkeringen", "$id", "mijnkeuze", "GM1680"];

const parts = ["gateway", "gemeente", "wpda", "vluchtelingenwerk", "roc"] as const;
const spans: Spans[number][] = [];
const lines: string[] = [];
const metrics = new Map<string, string>();
const answers: Answer[] = [];
let directory: string;

/** Runs a hub of which every part is followed, asks it everything, and keeps what was told. */
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ketenhub-telemetrie-"));
  const firstPort = freePorts();
  const telemetry = new Map<string, Telemetry>();
  const exporter: Exporter = {
    export(batch, done) {
      spans.push(...batch);
      done({ code: 0 });
    },
    shutdown: async () => {},
  };
  for (const [index, part] of parts.entries()) {
    const place = { port: firstPort + index, host: "127.0.0.1" };
    telemetry.set(part, await createTelemetry(part, { metrics: place }, { exporter }));
  }
  const hub = await startHub(
    { ...hubConfig(directory), logLevel: "info" },
    {
      logStream: { write: (line) => lines.push(line) },
      telemetryOf: (part) => telemetry.get(part) as Telemetry,
    },
  );
  try {
    await askEverything(hub.url);
    await hub.subgraphs.find(({ naam }) => naam === "wpda")?.stop();
    await sendAs(hub.url, regievoerder, { query: `{ nieuwkomer(id: "${id}") { uitkeringen { soort } } }` });
    for (const [index, part] of parts.entries())
      metrics.set(part, await (await fetch(`http://127.0.0.1:${firstPort + index}/metrics`)).text());
  } finally {
    await hub.stop();
    for (const one of telemetry.values()) await one.stop();
  }
}, 180_000);

afterAll(() => rm(directory, { recursive: true, force: true }));

const of = (part: string) =>
  spans.filter(({ resource }) => resource.attributes["service.name"] === `ketenhub-${part}`);

describe("a trace", () => {
  it("is that of the caller: a request at the gateway, what it asked, what was answered, and every statement", () => {
    const inTrace = spans.filter((span) => span.spanContext().traceId === trace);
    const byId = new Map(inTrace.map((span) => [span.spanContext().spanId, span]));
    const nameOfParent = (span: Spans[number]) => byId.get(span.parentSpanContext?.spanId ?? "")?.name;
    const links = new Set(inTrace.map((span) => `${nameOfParent(span) ?? "caller"} > ${span.name}`));
    expect([...links].sort()).toEqual([
      "caller > graphql request",
      "graphql request > sql statement",
      "graphql request > subgraph fetch",
      "subgraph fetch > graphql request",
    ]);
    expect(inTrace.filter((span) => nameOfParent(span) === undefined)).toHaveLength(1);
  });

  it("has in every part its requests, and in every subgraph its statements by table", () => {
    for (const part of parts)
      expect(of(part).filter(({ name }) => name === "graphql request").length).toBeGreaterThan(0);
    const tables = of("gemeente").map(({ attributes }) => attributes["db.collection.name"]);
    expect(tables).toContain("nieuwkomer");
    expect(of("gateway").filter(({ name }) => name === "sql statement")).toEqual([]);
  });

  it("says of which partij and what for a request was, and how it ended", () => {
    const requests = of("gateway").filter(({ name }) => name === "graphql request");
    expect(requests.map(({ attributes }) => attributes)).toContainEqual({
      "http.request.method": "POST",
      "http.response.status_code": 200,
      "graphql.operation.type": "query",
      "ketenhub.partij": "wpda",
      "ketenhub.doel": "bijstand",
      "ketenhub.foutcode": ["UNAUTHORIZED_FIELD_OR_TYPE"],
    });
    const fetches = of("gateway").filter(({ name }) => name === "subgraph fetch");
    expect(fetches.map(({ attributes }) => attributes)).toEqual(
      expect.arrayContaining([
        { "ketenhub.subgraph": "gemeente", "ketenhub.uitkomst": "answered" },
        { "ketenhub.subgraph": "wpda", "ketenhub.uitkomst": "failed" },
      ]),
    );
  });
});

describe("what telemetry tells", () => {
  it("is about nobody, whatever was asked, answered or sent along", () => {
    expect(spans.length).toBeGreaterThan(30);
    for (const { name, attributes, events, links, status, resource, spanContext } of spans) {
      const told = JSON.stringify({ name, attributes, events, links, status, resource: resource.attributes });
      for (const text of [...personal, ...texts]) expect(told).not.toContain(text);
      expect(spanContext().traceState).toBeUndefined();
    }
    for (const text of metrics.values())
      for (const one of [...personal, ...texts]) expect(text).not.toContain(one);
  });

  it("was told of questions that really were about somebody", () => {
    const answered = answers.map(({ text }) => text).join();
    expect(answered).toContain(id);
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 400, 401]));
  });
});

describe("the log", () => {
  const entries = () => lines.map((line) => JSON.parse(line));

  it("has one line of each request at the gateway, under the id that the client got", () => {
    const ids = answers.map(({ headers }) => headers.get("x-request-id"));
    const found = entries().filter(({ name, msg }) => name === "gateway" && msg === "request");
    for (const one of ids) expect(found.filter(({ reqId }) => reqId === one)).toHaveLength(1);
  });

  it("has the lines of the subgraphs under the same id, and in the same trace", () => {
    const whole = entries().filter(({ traceId }) => traceId === trace);
    expect(new Set(whole.map(({ name }) => name)).size).toBe(5);
    expect(new Set(whole.map(({ reqId }) => reqId)).size).toBe(1);
    expect(whole[0]).toMatchObject({ partij: "gemeente", doel: "regie", rol: "regievoerder", status: 200 });
  });

  it("is about nobody", () => {
    for (const text of [...personal, ...texts]) expect(lines.join()).not.toContain(text);
  });
});

describe("the metrics", () => {
  it("of the gateway count requests, errors, refusals, and what each subgraph did", () => {
    const text = metrics.get("gateway") ?? "";
    const value = (series: string) => Number(new RegExp(`^${series} (\\d+)`, "m").exec(text)?.[1] ?? -1);
    expect(
      value('ketenhub_request_duration_seconds_count\\{operation="query",status="2xx"\\}'),
    ).toBeGreaterThan(2);
    expect(
      value('ketenhub_request_duration_seconds_count\\{operation="none",status="4xx"\\}'),
    ).toBeGreaterThan(0);
    expect(value('ketenhub_errors_total\\{code="UNAUTHENTICATED"\\}')).toBe(1);
    expect(value('ketenhub_refusals_total\\{reden="GEEN_ARTIKEL"\\}')).toBeGreaterThan(0);
    expect(value('ketenhub_circuit_state\\{subgraph="roc"\\}')).toBe(0);
    expect(
      value('ketenhub_subgraph_request_duration_seconds_count\\{subgraph="wpda",outcome="failed"\\}'),
    ).toBeGreaterThan(0);
  });

  it("of a subgraph count the connections with its database", () => {
    expect(metrics.get("roc")).toMatch(/^ketenhub_database_connections\{state="total"\} 1$/m);
  });
});

// Private.
async function sendAs(
  url: string,
  beller: Beller,
  { query, variables = {}, operationName }: { query: string; variables?: object; operationName?: string },
  headers: Record<string, string> = {},
): Promise<void> {
  const authorization = `Bearer ${await tokenFor(beller, {}, directory)}`;
  const sending = { authorization, doel: beller.doel, ...headers };
  answers.push(
    await send(query, variables, { url, headers: sending, ...(operationName ? { operationName } : {}) }),
  );
}

async function askEverything(url: string): Promise<void> {
  const person = `nieuwkomer(id: $id) { id bsn naam { geslachtsnaam } uitkeringen { bedragInCenten } begeleiding { notitie } inschrijvingen { opleiding } }`;
  await sendAs(
    url,
    regievoerder,
    {
      query: `query Over${naam}_${bsn}($id: ID!) { mijnkeuze${bsn}: ${person} }`,
      variables: { id },
      operationName: `Over${naam}_${bsn}`,
    },
    {
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
      tracestate: `bsn=${bsn}`,
      baggage: `naam=${naam},id=${id}`,
      "x-request-id": bsn,
      "user-agent": naam,
      "x-forwarded-for": bsn,
    },
  );
  await sendAs(
    url,
    klantmanager,
    { query: `{ nieuwkomer(id: "${id}") { bsn pip { zorg { doelen { omschrijving } } } } }` },
    { traceparent: bsn },
  );
  await sendAs(url, werkcoach, { query: `query ($id: ID!) { ${person} }`, variables: { id: bsn } });
  await sendAs(url, werkcoach, { query: `{ ${naam}${bsn} }`, operationName: bsn });
  await sendAs(url, werkcoach, { query: `{ "${bsn}` });
  await sendAs(
    url,
    werkcoach,
    { query: "{ nieuwkomers { totalCount } }" },
    { authorization: `Bearer ${bsn}` },
  );
  await sendAs(url, werkcoach, { query: "{ nieuwkomers { totalCount } }" }, { doel: naam });
  await sendAs(url, regievoerder, {
    query: `mutation { beeindigKetenrelatie(invoer: { id: "${id}", reden: "${naam}" }) { id } }`,
  });
}
