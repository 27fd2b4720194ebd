export { databasesIn, type HubConfig, readHubConfig } from "./config.ts";
export { type HubSurroundings, type RunningHub, startHub } from "./start-hub.ts";
