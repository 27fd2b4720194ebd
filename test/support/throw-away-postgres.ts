import { execFile, spawn } from "node:child_process";
import { access, chown, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A PostgreSQL server that is gone when the tests are done. */
export interface ThrowAwayPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a server of its own from an installed PostgreSQL, on a free port, in a temporary directory, with more settings where given.
 * Throws when none is installed.
 */
export async function startThrowAwayPostgres(...more: readonly string[]): Promise<ThrowAwayPostgres> {
  const bin = await binDirectory();
  const as = await unprivileged();
  const directory = await mkdtemp(join(tmpdir(), "ketenhub-postgres-"));
  if (as.uid !== undefined && as.gid !== undefined) await chown(directory, as.uid, as.gid);
  const data = join(directory, "data");
  await run(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale"], {
    ...as,
    cwd: directory,
  });

  const port = await freePort();
  const settings = [
    "-p",
    String(port),
    "-k",
    directory,
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "fsync=off",
    ...more.flatMap((setting) => ["-c", setting]),
  ];
  const server = spawn(join(bin, "postgres"), ["-D", data, ...settings], {
    ...as,
    cwd: directory,
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await run(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port), "-t", "30"]).catch(
    () => undefined,
  );
  await untilReady(bin, port);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill("SIGINT");
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Where PostgreSQL's programs are: Debian keeps them out of the PATH, in a directory per version. Throws when there are none. */
export async function binDirectory(): Promise<string> {
  const root = "/usr/lib/postgresql";
  const versions = await readdir(root).catch(() => []);
  const inDebian = versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(root, version, "bin"));
  const inPath = (process.env["PATH"] ?? "").split(":");
  for (const directory of [...inDebian, ...inPath]) {
    if (
      await access(join(directory, "initdb")).then(
        () => true,
        () => false,
      )
    )
      return directory;
  }
  throw new Error(
    "No PostgreSQL server is installed. Install one (Debian: apt-get install postgresql), or set TEST_POSTGRES_URL.",
  );
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, or `nobody`. */
async function unprivileged(): Promise<{ uid?: number; gid?: number }> {
  if (userInfo().uid !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    const id = (flag: string) =>
      run("id", [flag, user]).then(
        ({ stdout }) => Number(stdout),
        () => undefined,
      );
    const [uid, gid] = [await id("-u"), await id("-g")];
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody.");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function untilReady(bin: string, port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const ready = await run(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)]).then(
      () => true,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The throw-away PostgreSQL did not become ready within ten seconds.");
}
