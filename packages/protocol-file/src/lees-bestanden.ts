import { readdir, readFile } from "node:fs/promises";
import type { Bestanden } from "./beoordeel-versie.ts";

/**
 * The files in a folder, by name; none when there is no such folder. What starts with a dot is not ours, and a text that explains
 * the folder is no signature.
 */
export async function leesBestanden(folder: URL): Promise<Bestanden> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const ours = names.filter((name) => !name.startsWith(".") && !name.endsWith(".md")).sort();
  const texts = await Promise.all(
    ours.map(
      async (name) => [name, await readFile(new URL(encodeURIComponent(name), folder), "utf8")] as const,
    ),
  );
  return new Map(texts);
}
