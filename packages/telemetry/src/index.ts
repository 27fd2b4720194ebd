export { type TelemetryConfig, telemetryConfigOf, telemetryEnvironment } from "./config.ts";
export { createTelemetry, type TelemetrySurroundings, withTelemetry } from "./create-telemetry.ts";
export { followRequests, type RequestFollower } from "./follow-requests.ts";
export {
  type CircuitState,
  type FetchOutcome,
  type FollowedFetch,
  noTelemetry,
  type PoolUse,
  type Statement,
  type Telemetry,
} from "./telemetry.ts";
