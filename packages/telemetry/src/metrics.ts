import type { Meter } from "@opentelemetry/api";
import { PrometheusExporter } from "@opentelemetry/exporter-prometheus";
import type { Resource } from "@opentelemetry/resources";
import { MeterProvider } from "@opentelemetry/sdk-metrics";
import { among, codes, nameOf, other, redenen } from "./listed.ts";
import { measureProcess } from "./process-metrics.ts";
import { serveMetrics } from "./serve-metrics.ts";
import type { CircuitState, FetchOutcome, PoolUse, RequestOutcome } from "./telemetry.ts";

/** The metrics of one part of the hub. */
export interface Metrics {
  request(outcome: RequestOutcome): void;
  fetch(subgraph: string, outcome: FetchOutcome, seconds: number): void;
  circuit(subgraph: string, state: CircuitState): void;
  rateLimited(partij: string): void;
  pool(use: () => PoolUse): void;
  stop(): Promise<void>;
}

/** Serves the metrics on a port of their own. Every label has values of a list, so that there are never many series. */
export async function openMetrics(
  resource: Resource,
  place: { readonly port: number; readonly host: string },
): Promise<Metrics> {
  const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
  const provider = new MeterProvider({ resource, readers: [exporter] });
  const meter = provider.getMeter("ketenhub");
  const server = await serveMetrics(place, exporter);
  const stopMeasuring = measureProcess(meter);
  return {
    request: measureRequests(meter),
    ...measureSubgraphs(meter),
    rateLimited: countRateLimited(meter),
    pool: (use) => measurePool(meter, use),
    async stop() {
      stopMeasuring();
      await server.stop();
      await provider.shutdown();
    },
  };
}

// Private.
const boundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
const circuitStates = { closed: 0, "half-open": 1, open: 2 } as const;

function measureRequests(meter: Meter): Metrics["request"] {
  const duration = meter.createHistogram("ketenhub_request_duration_seconds", {
    description: "Hoe lang een GraphQL-verzoek duurde, naar soort en naar klasse van de HTTP-status.",
    advice: { explicitBucketBoundaries: boundaries },
  });
  const errors = meter.createCounter("ketenhub_errors_total", {
    description: "Fouten in antwoorden, naar code. Een weigering is er ook een.",
  });
  const refusals = meter.createCounter("ketenhub_refusals_total", {
    description: "Weigeringen in antwoorden, naar reden.",
  });
  // What never happened yet is there with zero: only then does a first time show as a rise.
  for (const code of codes) errors.add(0, { code });
  for (const reden of redenen) refusals.add(0, { reden });
  return ({ status, operation, seconds, codes: found, redenen: given }) => {
    duration.record(seconds, { operation: operation ?? "none", status: `${Math.floor(status / 100)}xx` });
    for (const [code, times] of found) errors.add(times, { code: among(codes, code) });
    for (const [reden, times] of given) refusals.add(times, { reden: among(redenen, reden) });
  };
}

function measureSubgraphs(meter: Meter): Pick<Metrics, "fetch" | "circuit"> {
  const duration = meter.createHistogram("ketenhub_subgraph_request_duration_seconds", {
    description: "Hoe lang een subgraph over een vraag van de gateway deed, naar afloop.",
    advice: { explicitBucketBoundaries: boundaries },
  });
  const circuit = meter.createGauge("ketenhub_circuit_state", {
    description: "Of een subgraph bevraagd wordt: 0 ja, 1 op proef, 2 nee.",
  });
  return {
    fetch: (subgraph, outcome, seconds) => duration.record(seconds, { subgraph: nameOf(subgraph), outcome }),
    circuit: (subgraph, state) => circuit.record(circuitStates[state], { subgraph: nameOf(subgraph) }),
  };
}

function countRateLimited(meter: Meter): Metrics["rateLimited"] {
  const limited = meter.createCounter("ketenhub_rate_limited_requests_total", {
    description: "Verzoeken die geweigerd zijn omdat de partij er te veel deed.",
  });
  limited.add(0, { partij: other });
  return (partij) => limited.add(1, { partij: nameOf(partij) });
}

function measurePool(meter: Meter, use: () => PoolUse): void {
  const connections = meter.createObservableGauge("ketenhub_database_connections", {
    description:
      "Verbindingen met de database: open, daarvan ongebruikt, en verzoeken die op een verbinding wachten.",
  });
  connections.addCallback((result) => {
    const { total, idle, waiting } = use();
    for (const [state, count] of Object.entries({ total, idle, waiting })) result.observe(count, { state });
  });
}
