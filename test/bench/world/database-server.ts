import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabasePlace } from "@ketenhub/database";
import pg from "pg";
import { startThrowAwayPostgres } from "../../support/throw-away-postgres.ts";

/** Where the bench keeps its databases, and how it copies them. */
export interface DatabaseServer {
  /** What it is, for who reads the figures. */
  readonly naam: string;
  /** A folder of its own, for keys and embedded databases. */
  readonly directory: string;
  readonly isEmbedded: boolean;
  /** A database of a world that is made when it is not there. */
  place(world: string, naam: string): Promise<DatabasePlace>;
  /** Copies a database of one world to another. Nobody may have it open. */
  copy(from: string, to: string, naam: string): Promise<DatabasePlace>;
  stop(): Promise<void>;
}

/** A throw-away PostgreSQL server, with room for all contenders at once, when one is installed, else embedded databases. */
export async function openDatabaseServer(): Promise<DatabaseServer> {
  const directory = await mkdtemp(join(tmpdir(), "ketenhub-bench-"));
  const server = await startThrowAwayPostgres("max_connections=300").catch((error: Error) => {
    console.log(`Embedded databases, because: ${error.message}`);
  });
  return server ? onServer(server, directory) : embedded(directory);
}

// Private.
async function onServer(
  server: Awaited<ReturnType<typeof startThrowAwayPostgres>>,
  directory: string,
): Promise<DatabaseServer> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query("SHOW server_version");
  const made = new Set<string>();
  const make = async (world: string, naam: string, template = ""): Promise<DatabasePlace> => {
    const database = `${world}_${naam}`;
    if (!made.has(database)) await client.query(`CREATE DATABASE ${database} ${template}`);
    made.add(database);
    const url = new URL(server.url);
    url.pathname = `/${database}`;
    return { kind: "server", url: url.href };
  };
  return {
    naam: `PostgreSQL ${rows[0].server_version}`,
    directory,
    isEmbedded: false,
    place: make,
    copy: (from, to, naam) => make(to, naam, `TEMPLATE ${from}_${naam}`),
    async stop() {
      await client.end();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function embedded(directory: string): DatabaseServer {
  const place = async (world: string): Promise<DatabasePlace> => {
    const root = join(directory, world);
    await mkdir(root, { recursive: true });
    return { kind: "embedded", root };
  };
  return {
    naam: "PGlite, een PostgreSQL in hetzelfde proces",
    directory,
    isEmbedded: true,
    place,
    async copy(from, to, naam) {
      await cp(join(directory, from, naam), join(directory, to, naam), { recursive: true });
      return place(to);
    },
    stop: () => rm(directory, { recursive: true, force: true }),
  };
}
