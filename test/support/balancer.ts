import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "undici";

/** Divides requests over replicas, as what stands before them in production does. */
export interface Balancer {
  readonly url: string;
  /** How many requests each replica got, by its address. */
  readonly served: ReadonlyMap<string, number>;
  add(url: string): void;
  stop(): Promise<void>;
}

interface Replica {
  readonly origin: string;
  readonly pool: Pool;
  isReady: boolean;
}

/** How often it looks who is ready, in milliseconds. */
const interval = 100;

/** Starts one before these replicas. It does nothing but look at `/readyz`, and sends nothing a second time. */
export async function startBalancer(...urls: readonly string[]): Promise<Balancer> {
  const replicas: Replica[] = [];
  const served = new Map<string, number>();
  let turn = 0;
  const add = (url: string) => {
    const { origin } = new URL(url);
    replicas.push({ origin, pool: new Pool(origin, { connections: 32 }), isReady: true });
  };
  for (const url of urls) add(url);
  const looking = setInterval(() => void Promise.all(replicas.map(look)), interval);
  const server = createServer(async (request, response) => {
    const ready = replicas.filter(({ isReady }) => isReady);
    turn += 1;
    const replica = ready[turn % ready.length];
    if (!replica) return void response.writeHead(503).end();
    served.set(replica.origin, (served.get(replica.origin) ?? 0) + 1);
    await passOn(replica, request, response).catch(() => response.writeHead(502).end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    served,
    add,
    async stop() {
      clearInterval(looking);
      server.closeAllConnections();
      server.close();
      await Promise.all(replicas.map(({ pool }) => pool.destroy()));
    },
  };
}

// Private.
async function look(replica: Replica): Promise<void> {
  replica.isReady = await fetch(`${replica.origin}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function passOn({ pool }: Replica, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { host, connection, "content-length": _length, ...headers } = request.headers;
  const { statusCode, body } = await pool.request({
    method: request.method === "POST" ? "POST" : "GET",
    path: request.url ?? "/",
    headers,
    body: Buffer.concat(chunks),
  });
  const text = await body.text();
  response.writeHead(statusCode, { "content-type": "application/json" }).end(text);
}
