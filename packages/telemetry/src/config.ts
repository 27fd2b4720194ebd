import { z } from "zod";

/** To whom a part of the hub tells how it is doing; nobody unless told otherwise. */
export interface TelemetryConfig {
  /** Where spans are sent, by OTLP over HTTP. */
  readonly traces?: { readonly endpoint: string; readonly ratio: number };
  /** Where Prometheus reads. */
  readonly metrics?: { readonly port: number; readonly host: string };
}

/** What each process may read from its environment about telemetry. An empty variable is one that was not set. */
export const telemetryEnvironment = {
  /** Where spans are sent, by OTLP over HTTP with protobuf; without it there are none. */
  OTEL_EXPORTER_OTLP_ENDPOINT: given(z.url({ protocol: /^https?$/ }).optional()),
  /** Which part of all traces is kept, from 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: given(z.coerce.number().min(0).max(1).default(1)),
  /** Port on which Prometheus reads `/metrics`; without it there is none. */
  METRICS_PORT: given(z.coerce.number().int().min(1).max(65_535).optional()),
} as const;

/** The telemetry that a process was told to have. */
export function telemetryConfigOf(environment: {
  readonly HOST: string;
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_TRACES_SAMPLER_ARG: number;
  readonly METRICS_PORT?: number | undefined;
}): TelemetryConfig {
  const { HOST, OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER_ARG, METRICS_PORT } = environment;
  return {
    ...(OTEL_EXPORTER_OTLP_ENDPOINT === undefined
      ? {}
      : { traces: { endpoint: OTEL_EXPORTER_OTLP_ENDPOINT, ratio: OTEL_TRACES_SAMPLER_ARG } }),
    ...(METRICS_PORT === undefined ? {} : { metrics: { port: METRICS_PORT, host: HOST } }),
  };
}

// Private.
function given<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema);
}
