export { type GatewayConfig, readGatewayConfig } from "./config.ts";
export { type GatewaySurroundings, type RunningGateway, startGateway } from "./gateway.ts";
export { readSupergraph, subgraphNamesOf } from "./supergraph.ts";
