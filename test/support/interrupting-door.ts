import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A door before a server, at which something can happen while a request is on its way. */
export interface InterruptingDoor {
  readonly url: string;
  /** What happens once, before the next request goes on. */
  before(happens: () => Promise<unknown>): void;
  stop(): Promise<void>;
}

/** Opens a door before the server at this URL. */
export async function openInterruptingDoor(behind: string): Promise<InterruptingDoor> {
  let next: (() => Promise<unknown>) | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const happens = next;
    next = undefined;
    await happens?.();
    const { host: _host, connection: _connection, "content-length": _length, ...headers } = request.headers;
    const answer = await fetch(behind, {
      method: "POST",
      headers: headers as Readonly<Record<string, string>>,
      body: Buffer.concat(chunks),
    });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    before(happens) {
      next = happens;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
