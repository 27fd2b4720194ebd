import { describe, expect, it } from "vitest";
import { z } from "zod";
import { telemetryConfigOf, telemetryEnvironment } from "./config.ts";

const Environment = z.object({ HOST: z.string().default("127.0.0.1"), ...telemetryEnvironment });
const read = (env: Record<string, string>) => telemetryConfigOf(Environment.parse(env));

describe("the environment of telemetry", () => {
  it("has nobody told unless it says so; an empty variable says nothing", () => {
    expect(read({})).toEqual({});
    expect(read({ OTEL_EXPORTER_OTLP_ENDPOINT: "", METRICS_PORT: "", OTEL_TRACES_SAMPLER_ARG: "" })).toEqual(
      {},
    );
  });

  it("says where spans go and how many, and where metrics are read", () => {
    expect(read({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318", METRICS_PORT: "9464" })).toEqual({
      traces: { endpoint: "http://collector:4318", ratio: 1 },
      metrics: { port: 9464, host: "127.0.0.1" },
    });
    expect(
      read({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://c", OTEL_TRACES_SAMPLER_ARG: "0.1" }).traces?.ratio,
    ).toBe(0.1);
  });

  it.each([
    { OTEL_EXPORTER_OTLP_ENDPOINT: "collector" },
    { OTEL_TRACES_SAMPLER_ARG: "10" },
    { METRICS_PORT: "0" },
  ])("is refused when it cannot be meant: %o", (env) => {
    expect(() => read(env)).toThrow();
  });
});
