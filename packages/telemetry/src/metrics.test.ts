import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { afterEach, describe, expect, it } from "vitest";
import { type Metrics, openMetrics } from "./metrics.ts";

const resource = resourceFromAttributes({ "service.name": "ketenhub-proef" });
const outcome = {
  status: 200,
  operation: "query",
  partij: "wpda",
  doel: "bijstand",
  seconds: 0.03,
  codes: new Map([["UNAUTHORIZED_FIELD_OR_TYPE", 2]]),
  redenen: new Map([["GEEN_ARTIKEL", 2]]),
} as const;

let metrics: Metrics | undefined;
afterEach(async () => {
  await metrics?.stop();
  metrics = undefined;
});

async function open() {
  const port = await freePort();
  metrics = await openMetrics(resource, { port, host: "127.0.0.1" });
  const read = async (path = "/metrics") => fetch(`http://127.0.0.1:${port}${path}`);
  return { opened: metrics, read, text: async () => (await read()).text() };
}

describe("what Prometheus reads", () => {
  it("counts requests, errors, refusals, questions, circuits, limits and connections", async () => {
    const { opened, text } = await open();
    opened.request(outcome);
    opened.request({ ...outcome, status: 400, operation: undefined, codes: new Map(), redenen: new Map() });
    opened.fetch("wpda", "timed-out", 1.2);
    opened.circuit("wpda", "open");
    opened.circuit("wpda", "half-open");
    opened.rateLimited("roc");
    opened.pool(() => ({ total: 3, idle: 1, waiting: 2 }));
    const lines = (await text()).split("\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        'ketenhub_request_duration_seconds_count{operation="query",status="2xx"} 1',
        'ketenhub_request_duration_seconds_bucket{operation="query",status="2xx",le="0.05"} 1',
        'ketenhub_request_duration_seconds_count{operation="none",status="4xx"} 1',
        'ketenhub_errors_total{code="UNAUTHORIZED_FIELD_OR_TYPE"} 2',
        'ketenhub_errors_total{code="BRONHOUDER_ONBEREIKBAAR"} 0',
        'ketenhub_refusals_total{reden="GEEN_ARTIKEL"} 2',
        'ketenhub_subgraph_request_duration_seconds_count{subgraph="wpda",outcome="timed-out"} 1',
        'ketenhub_circuit_state{subgraph="wpda"} 1',
        'ketenhub_rate_limited_requests_total{partij="roc"} 1',
        'ketenhub_database_connections{state="total"} 3',
        'ketenhub_database_connections{state="idle"} 1',
        'ketenhub_database_connections{state="waiting"} 2',
        'target_info{service_name="ketenhub-proef"} 1',
      ]),
    );
  });

  it("measures the process: memory, processor, and how long work waits", async () => {
    const { text } = await open();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const found = await text();
    for (const name of [
      "process_resident_memory_bytes",
      "nodejs_heap_used_bytes",
      "process_cpu_seconds_total",
    ])
      expect(Number(new RegExp(`^${name} (.+)$`, "m").exec(found)?.[1])).toBeGreaterThan(0);
    for (const quantile of ["0.5", "0.99", "1"])
      expect(found).toMatch(
        new RegExp(`^nodejs_eventloop_delay_seconds\\{quantile="${quantile}"\\} \\d`, "m"),
      );
  });

  it("says of each metric in words what it is", async () => {
    const { text } = await open();
    expect(await text()).not.toContain("description missing");
  });

  it("has no label with a text of its own choosing", async () => {
    const { opened, text } = await open();
    const secret = "999990019";
    opened.request({ ...outcome, codes: new Map([[secret, 1]]), redenen: new Map([[secret, 1]]) });
    opened.fetch(secret, "failed", 1);
    opened.circuit(secret, "closed");
    opened.rateLimited(secret);
    const found = await text();
    expect(found).not.toContain(secret);
    expect(found).toContain('ketenhub_errors_total{code="other"} 1');
  });

  it("is at one address only, and only to be read", async () => {
    const { read } = await open();
    expect((await read("/")).status).toBe(404);
    expect((await read("/metrics?x=1")).status).toBe(404);
  });

  it("is not served on a port that is taken, and says so in one line", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await expect(openMetrics(resource, { port, host: "127.0.0.1" })).rejects.toThrow(
      `The metrics cannot be served on 127.0.0.1:${port} (EADDRINUSE). Is METRICS_PORT free?`,
    );
    server.close();
  });
});

// Private.
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
