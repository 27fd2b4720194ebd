import { readFile, rm, writeFile } from "node:fs/promises";

/** Another process has the data directory open: two writers would destroy it. */
export class DatamapInGebruik extends Error {}

/**
 * Keeps a data directory to this process, by a lock file beside it that holds the process id. A lock left behind by a process
 * that no longer lives is taken over. Returns how to let go.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = `${directory}.lock`;
  const owner = await ownerOf(file);
  if (owner !== undefined && (owner === process.pid || isAlive(owner))) {
    throw new DatamapInGebruik(
      `The data directory ${directory} is in use by process ${owner}. Stop that one first, or set KETENHUB_DIR to another directory.`,
    );
  }
  await rm(file, { force: true });
  // "wx": if another process is faster here, exactly one of the two gets the file.
  await writeFile(file, String(process.pid), { flag: "wx" });
  return () => rm(file, { force: true });
}

// Private.
async function ownerOf(file: string): Promise<number | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  const pid = Number(text);
  return text !== undefined && Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
