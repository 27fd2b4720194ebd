import { resourceFromAttributes } from "@opentelemetry/resources";
import type { SpanExporter } from "@opentelemetry/sdk-trace";
import type { TelemetryConfig } from "./config.ts";
import { type Metrics, openMetrics } from "./metrics.ts";
import { noTelemetry, type Telemetry } from "./telemetry.ts";
import { openTraces, otlpExporter, type Traces } from "./traces.ts";

/** Opens what the config asks for. Only this file and what it imports load OpenTelemetry. */
export async function openTelemetry(
  naam: string,
  { traces, metrics }: TelemetryConfig,
  exporter: SpanExporter | undefined,
): Promise<Telemetry> {
  const resource = resourceFromAttributes({ "service.name": `ketenhub-${naam}` });
  // First what can fail: a port may be taken.
  const measured = metrics ? await openMetrics(resource, metrics) : undefined;
  const spans = exporter ?? (traces ? otlpExporter(traces.endpoint) : undefined);
  return joined(spans ? openTraces(resource, spans, traces?.ratio ?? 1) : undefined, measured);
}

// Private.
function joined(traces: Traces | undefined, metrics: Metrics | undefined): Telemetry {
  return {
    ...noTelemetry,
    ...(metrics ?? {}),
    followsStatements: traces !== undefined,
    ...(traces ? { statement: traces.statement } : {}),
    request(method, traceparent) {
      const followed = (traces ?? noTelemetry).request(method, traceparent);
      return {
        ...followed,
        end(outcome) {
          followed.end(outcome);
          metrics?.request(outcome);
        },
      };
    },
    fetch(subgraph, traceparent) {
      const followed = (traces ?? noTelemetry).fetch(subgraph, traceparent);
      const started = performance.now();
      return {
        headers: followed.headers,
        end(outcome) {
          followed.end(outcome);
          metrics?.fetch(subgraph, outcome, (performance.now() - started) / 1000);
        },
      };
    },
    async stop() {
      await Promise.all([traces?.stop(), metrics?.stop()]);
    },
  };
}
