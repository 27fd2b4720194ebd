/**
 * Hive Gateway in the place of the hub's own, as a process: it is sent a supergraph, and answers where it serves. It passes on what
 * says who asks and what for, and decides nothing.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import http from "@graphql-mesh/transport-http";

process.once("disconnect", () => process.exit(0));
process.once("message", async (supergraph: string) => {
  const gateway = createGatewayRuntime({
    supergraph,
    transports: { http },
    logging: false,
    maskedErrors: false,
    propagateHeaders: {
      fromClientToSubgraphs: ({ request }) => ({
        authorization: request.headers.get("authorization") ?? "",
        doel: request.headers.get("doel") ?? "",
      }),
    },
  });
  const server = createServer(gateway);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});
