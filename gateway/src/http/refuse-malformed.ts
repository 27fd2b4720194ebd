import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { always } from "./security-headers.ts";

/**
 * Answers what is no HTTP, and so never becomes a request, as everything else is answered. Nothing of it is repeated or logged, for
 * the error that Node makes of it holds all that was sent, also a token.
 */
export function refuseMalformed(http: FastifyInstance): void {
  // The handler of the library says nothing of what a browser may do; it has been set when the server was made.
  http.server.removeAllListeners("clientError");
  http.server.on("clientError", ({ code = "" }: NodeJS.ErrnoException, socket: Socket) => {
    if (code === "ECONNRESET" || !socket.writable || socket.bytesWritten > 0) return void socket.destroy();
    socket.end(answerOf(statuses.get(code) ?? "400 Bad Request"));
    socket.destroySoon();
  });
}

// Private.
const statuses: ReadonlyMap<string, string> = new Map([
  ["ERR_HTTP_REQUEST_TIMEOUT", "408 Request Timeout"],
  ["HPE_HEADER_OVERFLOW", "431 Request Header Fields Too Large"],
]);

function answerOf(status: string): string {
  const headers = { ...always, "content-length": "0", connection: "close" };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status}`, ...lines, "", ""].join("\r\n");
}
