import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { InMemorySpanExporter } from "@opentelemetry/sdk-trace";
import { describe, expect, it } from "vitest";
import { openTraces, otlpExporter, type Traces } from "./traces.ts";

const resource = resourceFromAttributes({ "service.name": "ketenhub-proef" });
const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
const parent = "00f067aa0ba902b7";
const outcome = {
  status: 200,
  operation: "query",
  partij: "wpda",
  doel: "bijstand",
  seconds: 0.1,
  codes: new Map([["BAD_USER_INPUT", 2]]),
  redenen: new Map(),
} as const;

/** The spans of some work. */
async function spansOf(work: (traces: Traces) => void, ratio = 1) {
  const kept: ReturnType<InMemorySpanExporter["getFinishedSpans"]> = [];
  const exporter = new InMemorySpanExporter();
  const traces = openTraces(
    resource,
    {
      export(spans, done) {
        kept.push(...spans);
        exporter.export(spans, done);
      },
      shutdown: () => exporter.shutdown(),
    },
    ratio,
  );
  work(traces);
  await traces.stop();
  return kept;
}

describe("the trace of a request", () => {
  it("is that of the caller, and goes on in what is asked of a subgraph", async () => {
    const [request, fetch] = (
      await spansOf((traces) => {
        const request = traces.request("POST", `00-${trace}-${parent}-00`);
        const fetch = traces.fetch("wpda", request.traceparent);
        expect(fetch.headers["traceparent"]).toMatch(new RegExp(`^00-${trace}-[0-9a-f]{16}-01$`));
        fetch.end("answered");
        request.end(outcome);
      })
    ).sort((one, other) => one.kind - other.kind);
    expect(request).toMatchObject({
      name: "graphql request",
      kind: SpanKind.SERVER,
      attributes: {
        "http.request.method": "POST",
        "http.response.status_code": 200,
        "graphql.operation.type": "query",
        "ketenhub.partij": "wpda",
        "ketenhub.doel": "bijstand",
        "ketenhub.foutcode": ["BAD_USER_INPUT"],
      },
    });
    expect(request?.spanContext().traceId).toBe(trace);
    expect(request?.parentSpanContext?.spanId).toBe(parent);
    expect(fetch?.parentSpanContext?.spanId).toBe(request?.spanContext().spanId);
    expect(fetch?.attributes).toEqual({ "ketenhub.subgraph": "wpda", "ketenhub.uitkomst": "answered" });
  });

  it.each([
    undefined,
    "",
    "bsn 999990019",
    ["a", "b"],
    `00-${"0".repeat(32)}-${parent}-01`,
    `00-${trace}-${parent}-01-meer`,
  ])("begins anew with what is none: %s", async (traceparent) => {
    const [span] = await spansOf((traces) => traces.request("POST", traceparent).end(outcome));
    expect(span?.parentSpanContext).toBeUndefined();
    expect(span?.spanContext().traceId).not.toBe(trace);
  });

  it("has the statements that were carried out for it, and none that nobody asked for", async () => {
    const statement = { operation: "SELECT", table: "uitkering", milliseconds: 3, failed: false };
    const spans = await spansOf((traces) => {
      const [one, other] = [traces.request("POST", undefined), traces.request("POST", undefined)];
      traces.statement(statement);
      one.within(() => traces.statement(statement));
      other.within(() => traces.statement({ ...statement, failed: true }));
      one.end(outcome);
      other.end(outcome);
    });
    const statements = spans.filter(({ name }) => name === "sql statement");
    expect(statements.map(({ status }) => status.code)).toEqual([SpanStatusCode.UNSET, SpanStatusCode.ERROR]);
    expect(statements[0]?.attributes).toEqual({
      "db.system.name": "postgresql",
      "db.operation.name": "SELECT",
      "db.collection.name": "uitkering",
    });
    expect(new Set(statements.map((span) => span.spanContext().traceId)).size).toBe(2);
  });

  it("is kept or not by its number, whatever the caller says of it", async () => {
    const work = (traces: Traces) => traces.request("POST", `00-${trace}-${parent}-01`).end(outcome);
    expect(await spansOf(work, 0)).toEqual([]);
    expect(await spansOf(work, 1)).toHaveLength(1);
  });
});

describe("a span on its way out", () => {
  it("has lost everything that is not on the list, whoever put it in", async () => {
    const secret = "999990019";
    const spans = await spansOf((traces) => {
      const request = traces.request(secret, undefined);
      traces.fetch(secret, request.traceparent).end("failed");
      request.within(() =>
        traces.statement({ operation: secret, table: secret, milliseconds: 1, failed: true }),
      );
      request.end({ ...outcome, partij: secret, doel: secret, codes: new Map([[secret, 1]]) });
    });
    expect(spans).toHaveLength(3);
    for (const { name, attributes, status, events, links } of spans)
      expect(JSON.stringify({ name, attributes, status, events, links })).not.toContain(secret);
  });
});

describe("a collector", () => {
  it("gets spans by OTLP over HTTP", async () => {
    const asked: { url: string | undefined; body: string }[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      asked.push({ url: request.url, body: Buffer.concat(chunks).toString("latin1") });
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const traces = openTraces(resource, otlpExporter(`http://127.0.0.1:${port}/`), 1);
    traces.request("POST", undefined).end(outcome);
    await traces.stop();
    server.closeAllConnections();
    server.close();
    expect(asked.map(({ url }) => url)).toEqual(["/v1/traces"]);
    expect(asked[0]?.body).toMatch(/ketenhub-proef[\s\S]*graphql request/);
  });

  it("that is away keeps nothing from stopping", async () => {
    const traces = openTraces(resource, otlpExporter("http://127.0.0.1:9"), 1);
    traces.request("POST", undefined).end(outcome);
    await expect(traces.stop()).resolves.toBeUndefined();
  }, 20_000);
});
