import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import http from "@graphql-mesh/transport-http";

/** Serves a supergraph with Hive Gateway as it comes: every choice is the library's own. */
export async function start({ supergraphSdl }: { readonly supergraphSdl: string }): Promise<string> {
  const gateway = createGatewayRuntime({ supergraph: supergraphSdl, transports: { http }, logging: false });
  const server = createServer(gateway);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}
