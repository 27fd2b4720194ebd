import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** A Redis of a test's own, that can be taken away and brought back. */
export interface RedisServer {
  readonly url: string;
  start(): Promise<void>;
  /** It still takes connections and answers nothing. */
  hang(): void;
  stop(): Promise<void>;
}

/** Starts the installed Redis on a port, without keeping anything on disk. */
export async function startRedis(port: number): Promise<RedisServer> {
  let server: ChildProcess | undefined;
  const start = async () => {
    const place = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
    server = spawn("redis-server", place, { stdio: "ignore" });
    server.once("error", () => undefined);
    await untilListening(port);
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    hang: () => void server?.kill("SIGSTOP"),
    async stop() {
      if (!server || server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, "exit");
      server.kill("SIGKILL");
      await gone;
    },
  };
}

// Private.
async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const socket = connect(port, "127.0.0.1");
    const isThere = await Promise.race([
      once(socket, "connect").then(
        () => true,
        () => false,
      ),
      wait(1_000, false),
    ]);
    socket.destroy();
    if (isThere) return;
    await wait(50);
  }
  throw new Error("No Redis answers. Install one (Debian: apt-get install redis-server).");
}
