import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { appendFileSync, mkdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { type Exchange, traceOf } from "./exchange.ts";

const channel = "http.server.request.start";

/** The file in which everything is kept, and the one of a single trace. */
export const exchangesFile = (directory: string) => join(directory, "uitwisselingen", "alle.jsonl");
export const traceFile = (directory: string, trace: string) =>
  join(directory, "uitwisselingen", `${trace}.jsonl`);

/**
 * Keeps everything that any HTTP server of this process answers, until the function that comes back is called. Below the servers
 * themselves, so that no door can be forgotten; written before the last byte is on its way, so that who got an answer finds it kept.
 */
export function recordExchanges(directory: string): () => void {
  mkdirSync(join(directory, "uitwisselingen"), { recursive: true });
  const record = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const asked = keepAsked(request);
    keepAnswered(response, (answered) => {
      const line = `${JSON.stringify(exchangeOf(request, response, asked(), answered))}\n`;
      appendFileSync(exchangesFile(directory), line);
      const trace = traceOf(headerOf(request, "traceparent"));
      if (trace) appendFileSync(traceFile(directory, trace), line);
    });
  };
  subscribe(channel, record);
  return () => unsubscribe(channel, record);
}

// Private: what is read passes through `push`, and goes on to whoever reads it.
function keepAsked(request: IncomingMessage): () => string {
  const chunks: Buffer[] = [];
  const { push } = request;
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (chunk !== null && chunk !== undefined) chunks.push(bytesOf(chunk, encoding));
    return push.call(request, chunk, encoding);
  };
  return () => Buffer.concat(chunks).toString("utf8");
}

function keepAnswered(response: ServerResponse, save: (answered: string) => void): void {
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(bytesOf(chunk, encoding));
  };
  const { write, end } = response as unknown as Record<"write" | "end", (...args: unknown[]) => unknown>;
  Object.assign(response, {
    write(...args: unknown[]) {
      keep(args[0], args[1]);
      return write?.apply(response, args);
    },
    end(...args: unknown[]) {
      keep(args[0], args[1]);
      const answered = Buffer.concat(chunks).toString("utf8");
      // Before the answer is on its way, but for one whose head is only made now.
      const hasHead = response.headersSent;
      if (hasHead) save(answered);
      const ended = end?.apply(response, args);
      if (!hasHead) save(answered);
      return ended;
    },
  });
}

function bytesOf(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk !== "string") return Buffer.from(chunk as Uint8Array);
  return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
}

function exchangeOf(
  request: IncomingMessage,
  response: ServerResponse,
  asked: string,
  answered: string,
): Exchange {
  const authorization = headerOf(request, "authorization");
  const doel = headerOf(request, "doel");
  return {
    port: request.socket.localPort ?? 0,
    door: `${request.method} ${request.url}`,
    ...(authorization === undefined ? {} : { authorization }),
    ...(doel === undefined ? {} : { doel }),
    headers: request.rawHeaders,
    asked,
    status: response.statusCode,
    // Node keeps the head that it sends in this field, and nowhere else as a whole.
    head: String((response as unknown as { _header?: string })._header ?? ""),
    answered,
  };
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}
