export { createHttp, type LogLevel } from "./create-http.ts";
export { createDocumentStore } from "./document-store.ts";
export { drain } from "./drain.ts";
export { createFarewell } from "./farewell.ts";
export { type Dependency, serveHealth } from "./health.ts";
export { knownRoot } from "./known-root.ts";
export { onlyOnce } from "./only-once.ts";
export { runProcess } from "./run-process.ts";
