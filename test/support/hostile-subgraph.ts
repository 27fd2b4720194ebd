import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A subgraph that answers whatever it is told to, to whatever it is asked. */
export interface HostileSubgraph {
  readonly url: string;
  /** What it answers from now on, as text: not everything that an attacker sends is JSON. */
  answer(body: string, status?: number): void;
  stop(): Promise<void>;
}

/** Starts it on a free port. */
export async function startHostileSubgraph(): Promise<HostileSubgraph> {
  let answer = { body: "{}", status: 200 };
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response
        .writeHead(answer.status, { "content-type": "application/json", "x-geheim": "ja" })
        .end(answer.body);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    answer(body, status = 200) {
      answer = { body, status };
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
