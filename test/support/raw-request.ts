import { once } from "node:events";
import { connect } from "node:net";

/** Sends these bytes to the host of an address and gives every byte that comes back: for what no client would send. */
export async function rawRequest(url: string, lines: readonly string[], body = ""): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  const length = body === "" ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  socket.write([...lines, ...length, "Connection: close", "", body].join("\r\n"));
  await once(socket, "close");
  return Buffer.concat(chunks).toString("utf8");
}
