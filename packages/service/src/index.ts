export { createHttp, type HttpConfig, type LogLevel } from "./create-http.ts";
export { createFarewell, type Farewell } from "./farewell.ts";
export { type Dependency, type ReadinessOf, serveHealth } from "./health.ts";
export { runProcess } from "./run-process.ts";
export { type Stoppable, stopOnSignal } from "./stop-on-signal.ts";
