import type { SpanExporter } from "@opentelemetry/sdk-trace";
import type { TelemetryConfig } from "./config.ts";
import { noTelemetry, type Telemetry } from "./telemetry.ts";

/** What a test gives instead of the real thing. */
export interface TelemetrySurroundings {
  /** Where spans go instead of to a collector. */
  readonly exporter?: SpanExporter;
}

/** Makes what a part of the hub tells about how it is doing. Where nobody is told, nothing of OpenTelemetry is even loaded. */
export async function createTelemetry(
  naam: string,
  config: TelemetryConfig,
  { exporter }: TelemetrySurroundings = {},
): Promise<Telemetry> {
  if (!config.traces && !config.metrics && !exporter) return noTelemetry;
  const { openTelemetry } = await import("./open-telemetry.ts");
  return openTelemetry(naam, config, exporter);
}

/** Starts a part of the hub with its telemetry, which ends when the part has ended, or when it does not start. */
export async function withTelemetry(
  naam: string,
  config: TelemetryConfig,
  start: (telemetry: Telemetry) => Promise<{ stop(): Promise<void> }>,
): Promise<{ stop(): Promise<void> }> {
  const telemetry = await createTelemetry(naam, config);
  try {
    const part = await start(telemetry);
    return {
      async stop() {
        await part.stop();
        await telemetry.stop();
      },
    };
  } catch (error) {
    await telemetry.stop();
    throw error;
  }
}
