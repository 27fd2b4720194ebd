import type { SpanContext } from "@opentelemetry/api";
import type { ReadableSpan, SpanProcessor } from "@opentelemetry/sdk-trace";
import { listedOf, other } from "./listed.ts";

/** What a span may be called. */
export const spanNames = {
  request: "graphql request",
  fetch: "subgraph fetch",
  statement: "sql statement",
} as const;

/**
 * The one door through which spans leave: each is made anew from what may be told. Of an error only remains that there was one; events,
 * links and the state that a caller sent along with its trace are left out, whoever put them in.
 */
export class OnlyListed implements SpanProcessor {
  readonly #next: SpanProcessor;

  constructor(next: SpanProcessor) {
    this.#next = next;
  }

  onStart(): void {}

  onEnd(span: ReadableSpan): void {
    const context = plain(span.spanContext());
    this.#next.onEnd({
      name: Object.values<string>(spanNames).includes(span.name) ? span.name : other,
      kind: span.kind,
      spanContext: () => context,
      ...(span.parentSpanContext ? { parentSpanContext: plain(span.parentSpanContext) } : {}),
      startTime: span.startTime,
      endTime: span.endTime,
      duration: span.duration,
      ended: span.ended,
      status: { code: span.status.code },
      attributes: listedOf(span.attributes),
      links: [],
      events: [],
      resource: span.resource,
      instrumentationScope: span.instrumentationScope,
      droppedAttributesCount: 0,
      droppedEventsCount: 0,
      droppedLinksCount: 0,
    });
  }

  forceFlush(): Promise<void> {
    return this.#next.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.#next.shutdown();
  }
}

// Private.
function plain({ traceId, spanId, traceFlags, isRemote }: SpanContext): SpanContext {
  return { traceId, spanId, traceFlags, ...(isRemote === undefined ? {} : { isRemote }) };
}
