import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from "@opentelemetry/api";
import { parseTraceParent } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import type { Resource } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { OnlyListed, spanNames } from "./only-listed.ts";
import type { FollowedFetch, FollowedRequest, Statement } from "./telemetry.ts";

/** The spans of one part of the hub. */
export interface Traces {
  request(method: string, traceparent: unknown): FollowedRequest;
  fetch(subgraph: string, traceparent: string | undefined): FollowedFetch;
  statement(statement: Statement): void;
  stop(): Promise<void>;
}

/** How long the collector may take, in milliseconds: a part that stops waits no longer for it. */
const patience = 3_000;

/** Sends spans by OTLP over HTTP to the collector at this address. */
export function otlpExporter(endpoint: string): SpanExporter {
  return new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces`, timeoutMillis: patience });
}

/**
 * Follows requests, questions and statements. Nothing is registered for the whole process: several parts may run in one. Whether a
 * trace is kept depends on its number alone, so that all parts keep the same ones, and no caller chooses.
 */
export function openTraces(resource: Resource, exporter: SpanExporter, ratio: number): Traces {
  const processor = new BatchSpanProcessor({ exporter, exportTimeoutMillis: patience });
  const provider = new TracerProvider({
    resource,
    sampler: new TraceIdRatioBasedSampler(ratio),
    spanProcessors: [new OnlyListed(processor)],
  });
  const tracer = provider.getTracer("ketenhub");
  const current = new AsyncLocalStorage<Context>();
  return {
    request(method, traceparent) {
      const attributes = { "http.request.method": method };
      const options = { kind: SpanKind.SERVER, attributes };
      return followedRequest(tracer.startSpan(spanNames.request, options, contextOf(traceparent)), current);
    },
    fetch(subgraph, traceparent) {
      const attributes = { "ketenhub.subgraph": subgraph };
      const options = { kind: SpanKind.CLIENT, attributes };
      return followedFetch(tracer.startSpan(spanNames.fetch, options, contextOf(traceparent)));
    },
    statement({ operation, table, milliseconds, failed }) {
      const parent = current.getStore();
      // What no request asked for is a migration, or a look whether the database is there.
      if (!parent) return;
      const startTime = Date.now() - milliseconds;
      const attributes: Attributes = { "db.system.name": "postgresql", "db.operation.name": operation };
      if (table !== undefined) attributes["db.collection.name"] = table;
      const span = tracer.startSpan(
        spanNames.statement,
        { kind: SpanKind.CLIENT, attributes, startTime },
        parent,
      );
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(startTime + milliseconds);
    },
    // A collector that is away is no reason not to stop.
    stop: () => provider.shutdown().catch(() => {}),
  };
}

// Private.
function followedRequest(span: Span, current: AsyncLocalStorage<Context>): FollowedRequest {
  const context = trace.setSpan(ROOT_CONTEXT, span);
  return {
    traceparent: traceparentOf(span),
    traceId: span.spanContext().traceId,
    within: (work) => current.run(context, work),
    end({ status, operation, partij, doel, codes }) {
      span.setAttribute("http.response.status_code", status);
      if (operation) span.setAttribute("graphql.operation.type", operation);
      if (partij) span.setAttribute("ketenhub.partij", partij);
      if (doel) span.setAttribute("ketenhub.doel", doel);
      if (codes.size > 0) span.setAttribute("ketenhub.foutcode", [...codes.keys()]);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

function followedFetch(span: Span): FollowedFetch {
  return {
    headers: { traceparent: traceparentOf(span) },
    end(outcome) {
      span.setAttribute("ketenhub.uitkomst", outcome);
      if (outcome !== "answered" && outcome !== "refused") span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

function contextOf(traceparent: unknown): Context {
  const parent = typeof traceparent === "string" ? parseTraceParent(traceparent) : null;
  return parent ? trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true }) : ROOT_CONTEXT;
}

function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${(traceFlags & TraceFlags.SAMPLED) === 0 ? "00" : "01"}`;
}
