export type { GatewayContext } from "./caller-context.ts";
export { type GatewayConfig, readGatewayConfig } from "./config.ts";
export { createFilteredGateway, type FilteredGatewayOptions } from "./create-filtered-gateway.ts";
export { type GatewaySurroundings, type RunningGateway, startGateway } from "./gateway.ts";
export { type Limits, limits } from "./limits/limits.ts";
export { readAudienceSchemas } from "./read-audience-schemas.ts";
export { readSupergraph, subgraphNamesOf } from "./supergraph.ts";
