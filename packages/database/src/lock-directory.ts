import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";

/** Another process has the data directory open: two writers would destroy it. */
export class DatamapInGebruik extends Error {}

/** The locks of this process. A lock file with our own id that is not among them was left by an earlier process. */
const held = new Set<string>();

/**
 * Keeps a data directory to this process, by a lock file beside it that holds the process id. A lock left behind by a process
 * that no longer lives is taken over. Returns how to let go.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = `${directory}.lock`;
  if (held.has(file)) throw inUse(directory, String(process.pid));
  // Before the first wait, so that two callers in this process cannot both come through.
  held.add(file);
  try {
    await take(file, directory);
  } catch (error) {
    held.delete(file);
    throw error;
  }
  return async () => {
    await rm(file, { force: true });
    held.delete(file);
  };
}

// Private.
async function take(file: string, directory: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await create(file)) return;
    const owner = await readFile(file, "utf8").catch(() => "");
    if (isOther(owner)) throw inUse(directory, owner);
    await removeStale(file, owner);
  }
  throw inUse(directory, await readFile(file, "utf8").catch(() => "unknown"));
}

/** Makes the lock file; of those who try at once exactly one succeeds. */
function create(file: string): Promise<boolean> {
  return writeFile(file, String(process.pid), { flag: "wx" }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );
}

/** Takes a stale lock away; when it turns out that somebody made a fresh one meanwhile, that is put back. */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if ((await readFile(aside, "utf8")) !== stale) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

function isOther(owner: string): boolean {
  const pid = Number(owner);
  return Number.isSafeInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function inUse(directory: string, owner: string): DatamapInGebruik {
  return new DatamapInGebruik(
    `The data directory ${directory} is in use by process ${owner}. Stop that one first, or set KETENHUB_DIR to another directory.`,
  );
}
