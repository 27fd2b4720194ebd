import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createHttp } from "./index.ts";

const patience = { head: 300, request: 600, answer: 600, silence: 5_000 } as const;
const http = createHttp({ naam: "traag", logLevel: "silent", patience });
http.post("/vraag", async () => "antwoord");
// More than fits in the buffers of both sides.
http.post("/groot", async () => "x".repeat(64 * 1_048_576));
let port: number;

beforeAll(async () => {
  port = Number(new URL(await http.listen({ port: 0, host: "127.0.0.1" })).port);
});
afterAll(() => {
  http.server.closeAllConnections();
  return http.close();
});

const request = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

/** How long a connection lives, in milliseconds, when a client does this with it. */
async function life(use: (socket: Socket) => void): Promise<number> {
  const start = performance.now();
  const socket = connect(port, "127.0.0.1").on("error", () => undefined);
  use(socket);
  await once(socket, "close");
  return performance.now() - start;
}

function connections(): Promise<number> {
  return new Promise((resolve, reject) => {
    http.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}

/** Writes a text byte by byte, for as long as somebody listens. */
async function drip(socket: Socket, text: string): Promise<void> {
  for (const letter of text) {
    if (socket.destroyed) return;
    socket.write(letter);
    await wait(50);
  }
}

// Well below what would show that nobody closed it, and well above what a busy machine makes of it.
const soon = 15_000;

vi.setConfig({ testTimeout: 2 * soon });

describe("a client that takes its time is left", () => {
  it("when it says nothing", async () => {
    expect(await life((socket) => socket.resume())).toBeLessThan(soon);
  });

  it("when it sends the head of a request byte by byte", async () => {
    const head = `POST /vraag HTTP/1.1\r\nHost: hub\r\nX-Lang: ${"x".repeat(5_000)}\r\n\r\n`;
    expect(await life((socket) => void drip(socket.resume(), head))).toBeLessThan(soon);
  });

  it("when it sends a body byte by byte", async () => {
    const use = (socket: Socket) => {
      socket.resume().write(request("/vraag", 10_000));
      void drip(socket, `{"a":"${"x".repeat(9_992)}"}`);
    };
    expect(await life(use)).toBeLessThan(soon);
  });

  it("when it sends pieces of a body without end", async () => {
    const use = (socket: Socket) => {
      socket.resume().write("POST /vraag HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n");
      socket.write("Transfer-Encoding: chunked\r\n\r\n");
      void drip(socket, "1\r\n \r\n".repeat(2_000));
    };
    expect(await life(use)).toBeLessThan(soon);
  });

  it("when it reads its answer sip by sip", async () => {
    const socket = connect(port, "127.0.0.1").on("error", () => undefined);
    const sip = setInterval(() => socket.read(1), 50);
    socket.on("readable", () => undefined).write(`${request("/groot", 2)}{}`);
    await once(http.server, "connection");
    // Asked of the server: the client itself would only notice when it has read what is still under way.
    await expect.poll(connections, { timeout: soon, interval: 100 }).toBe(0);
    clearInterval(sip);
    socket.destroy();
  });

  it("in any number, while another is answered", async () => {
    const slow = Array.from({ length: 200 }, () => life((socket) => socket.resume()));
    const answer = await fetch(`http://127.0.0.1:${port}/vraag`, { method: "POST" });
    expect(await answer.text()).toBe("antwoord");
    expect(Math.max(...(await Promise.all(slow)))).toBeLessThan(soon);
  });
});

describe("requests in one breath", () => {
  it("are answered in their order, each with its own answer", async () => {
    let text = "";
    await life((socket) => {
      socket.on("data", (data) => {
        text += data;
        if (text.split("antwoord").length === 4) socket.end();
      });
      socket.write(`${request("/vraag", 2)}{}`.repeat(3));
    });
    expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3);
    const ids = [...text.matchAll(/x-request-id: ([0-9a-f-]{36})/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(3);
  });
});

describe("a body of a megabyte", () => {
  const send = (length: number) =>
    http.inject({
      method: "POST",
      url: "/vraag",
      headers: { "content-type": "application/json" },
      payload: JSON.stringify("x".repeat(length - 2)),
    });

  it("is read to the last byte that is allowed, and not one more", async () => {
    expect((await send(1_048_576)).statusCode).toBe(200);
    expect((await send(1_048_577)).statusCode).toBe(413);
  });
});
