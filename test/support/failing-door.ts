import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** How what is behind the door is doing, as far as who stands before it can tell. */
export type Manier = "goed" | "weg" | "valt weg" | "traag" | "onzin" | "fout" | "afgekapt";

/** A door before a server, that can be made to fail. */
export interface FailingDoor {
  readonly url: string;
  /** How many requests came to it. */
  readonly asked: number;
  /** From now on it fails in this way, or no longer. */
  doe(manier: Manier): Promise<void>;
  stop(): Promise<void>;
}

/** Opens a door before the server at this URL. */
export async function openFailingDoor(behind: string): Promise<FailingDoor> {
  let manier: Manier = "goed";
  let asked = 0;
  const server = createServer(async (request, response) => {
    asked += 1;
    await answer(manier, behind, request, response).catch(() => response.destroy());
  });
  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  const close = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${new URL(behind).pathname}`,
    get asked() {
      return asked;
    },
    async doe(next) {
      manier = next;
      if (next === "weg") await close();
      else if (!server.listening) await listen(port);
    },
    stop: close,
  };
}

/** Longer than anybody waits. */
const forever = 30_000;

// Private.
async function answer(
  manier: Manier,
  behind: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const json = { "content-type": "application/json" };
  if (manier === "valt weg") response.destroy();
  else if (manier === "traag") await wait(forever, undefined, { ref: false });
  else if (manier === "onzin") response.writeHead(200, json).end("<html>999900092</html>");
  else if (manier === "fout")
    response.writeHead(500, json).end('{"errors":[{"message":"SELECT bsn FROM nieuwkomer"}]}');
  else {
    const { status, text } = await passOn(behind, request);
    if (manier === "goed") return void response.writeHead(status, json).end(text);
    response.writeHead(status, { ...json, "content-length": Buffer.byteLength(text) });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  }
}

async function passOn(behind: string, request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { host, connection, "content-length": _length, ...headers } = request.headers;
  const { method = "GET" } = request;
  const passed = await fetch(new URL(request.url ?? "/", behind), {
    method,
    headers: headers as Record<string, string>,
    ...(method === "GET" ? {} : { body: Buffer.concat(chunks) }),
  });
  return { status: passed.status, text: await passed.text() };
}
