import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A door before a server that speaks anything over TCP. */
export interface TcpDoor {
  readonly port: number;
  /** From now on everything passes. */
  open(): Promise<void>;
  /** Nobody gets in, and who was in is out. */
  shut(): Promise<void>;
  /** Nothing passes any more, and nobody is told: as when a cable is pulled. */
  hold(): void;
  /** Who is in is heard no more and is not told; who comes from now on passes: as when another server takes over. */
  forget(): void;
  /** Who is in is out, and may come in again: as when a server is started anew. */
  cut(): void;
}

/** Opens a door before the server on this port of this machine. */
export async function openTcpDoor(behind: number): Promise<TcpDoor> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const forgotten: Socket[] = [];
  let held = false;
  const server = createServer((from) => {
    const to = connect(behind, "127.0.0.1");
    const pair = [from, to] as const;
    pairs.add(pair);
    const end = () => {
      from.destroy();
      to.destroy();
      pairs.delete(pair);
    };
    for (const socket of pair) socket.on("error", end).on("close", end);
    from.on("data", (chunk) => to.write(chunk));
    to.on("data", (chunk) => from.write(chunk));
    if (held) for (const socket of pair) socket.pause();
  });
  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  const cut = () => {
    for (const [from] of pairs) from.destroy();
    for (const socket of forgotten.splice(0)) socket.destroy();
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async open() {
      held = false;
      for (const pair of pairs) for (const socket of pair) socket.resume();
      if (!server.listening) await listen(port);
    },
    async shut() {
      cut();
      if (!server.listening) return;
      server.close();
      await once(server, "close");
    },
    hold() {
      held = true;
      for (const pair of pairs) for (const socket of pair) socket.pause();
    },
    forget() {
      for (const pair of pairs) {
        for (const socket of pair) socket.pause();
        pairs.delete(pair);
        forgotten.push(...pair);
      }
    },
    cut,
  };
}
