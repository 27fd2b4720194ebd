import { cp, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { emptyCluster } from "./empty-cluster.ts";
import { exists } from "./exists.ts";
import { lockDirectory } from "./lock-directory.ts";

/** A PostgreSQL in this process, with its own data directory, spoken to over a socket like any other. */
export interface EmbeddedPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** The data directory cannot be used; says which, and what to do. */
export class OnbruikbareDatamap extends Error {}

// Four of these run in one process: the defaults of a server of its own would take 130 MB more for each.
const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB", "-c", "max_connections=10"];

/** Opens the embedded PostgreSQL in `root`/`naam`, making it when it is not there. Nothing else may have it open. */
export async function openEmbeddedPostgres(root: string, naam: string): Promise<EmbeddedPostgres> {
  const dataDir = join(root, naam);
  await mkdir(root, { recursive: true });
  const unlock = await lockDirectory(dataDir);
  try {
    if (!(await exists(dataDir))) await makeDataDirectory(root, dataDir);
    const db = await openDataDirectory(dataDir);
    const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port: 0, maxConnections: 4 });
    await server.start();
    return {
      url: `postgres://postgres@${server.getServerConn()}/postgres`,
      async stop() {
        await server.stop();
        await db.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

// Private: never half a directory, also when the process ends in the middle.
async function makeDataDirectory(root: string, dataDir: string): Promise<void> {
  const unfinished = `${dataDir}.nieuw`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(await emptyCluster(root), unfinished, { recursive: true });
  await rename(unfinished, dataDir);
}

async function openDataDirectory(dataDir: string): Promise<PGlite> {
  if (!(await exists(join(dataDir, "PG_VERSION")))) throw unusable(dataDir, "it holds no PostgreSQL data");
  try {
    return await PGlite.create({ dataDir, startParams });
  } catch (cause) {
    throw unusable(dataDir, "PostgreSQL does not start on it", cause);
  }
}

function unusable(dataDir: string, why: string, cause?: unknown): OnbruikbareDatamap {
  return new OnbruikbareDatamap(
    `The data directory ${dataDir} cannot be used: ${why}. Put back a backup, or remove it to start with the example data.`,
    { cause },
  );
}
