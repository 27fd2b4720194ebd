import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readSleutels, type Sleutel } from "@ketenhub/toegang";
import { z } from "zod";

/** A key for each bronhouder that must trust the gemeente. */
export type ToegangKeys = ReadonlyMap<string, readonly [Sleutel, ...Sleutel[]]>;

/** Reads the keys of this development hub, and makes them when there are none. In production they come from the environment. */
export async function openToegangKeys(
  directory: string,
  bronhouders: readonly string[],
): Promise<ToegangKeys> {
  const file = join(directory, "toegang-sleutels.json");
  const known = z
    .record(z.string(), z.string())
    .parse(JSON.parse(await readFile(file, "utf8").catch(() => "{}")));
  const missing = bronhouders.filter((bronhouder) => known[bronhouder] === undefined);
  if (missing.length > 0) {
    for (const bronhouder of missing) known[bronhouder] = `k1:${randomBytes(32).toString("base64")}`;
    await mkdir(directory, { recursive: true });
    await writeFile(`${file}.nieuw`, JSON.stringify(known, null, 2), { mode: 0o600 });
    await rename(`${file}.nieuw`, file);
  }
  return new Map(bronhouders.map((naam) => [naam, readSleutels(known[naam] ?? "", `${file}: ${naam}`)]));
}
