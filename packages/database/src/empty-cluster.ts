import { randomUUID } from "node:crypto";
import { access, constants, mkdir, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { exists } from "./exists.ts";

/**
 * Where an empty database cluster lies, to be copied: made once for each version of the library, because making one takes seconds
 * and copying it a fraction. It is kept with the installed packages, and with the data when nothing may be written there.
 */
export function emptyCluster(root: string): Promise<string> {
  const cluster = clusters.get(root) ?? makeCluster(root);
  clusters.set(root, cluster);
  return cluster;
}

// Private.
const clusters = new Map<string, Promise<string>>();
const library = join(dirname(createRequire(import.meta.url).resolve("@electric-sql/pglite")), "..");

async function makeCluster(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(library, "package.json"), "utf8"));
  const packages = join(library, "..", "..");
  const folder = (await isWritable(packages)) ? join(packages, ".cache", "ketenhub") : root;
  const cluster = join(folder, `empty-cluster-${version}`);
  if (await exists(cluster)) return cluster;
  await mkdir(folder, { recursive: true });
  const unfinished = `${cluster}.${randomUUID()}`;
  const db = await PGlite.create({ dataDir: unfinished });
  await db.close();
  await rename(unfinished, cluster).catch(async (error) => {
    // Somebody else made it in the meantime.
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(cluster))) throw error;
  });
  return cluster;
}

async function isWritable(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}
