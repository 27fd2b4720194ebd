export { createHttp, type HttpConfig, type LogLevel, type Patience } from "./create-http.ts";
export { createDocumentStore } from "./document-store.ts";
export { drain } from "./drain.ts";
export { createFarewell, type Farewell } from "./farewell.ts";
export { type Dependency, type ReadinessOf, serveHealth } from "./health.ts";
export { knownRoot } from "./known-root.ts";
export { onlyOnce } from "./only-once.ts";
export { runProcess } from "./run-process.ts";
export { type Stoppable, stopOnSignal } from "./stop-on-signal.ts";
