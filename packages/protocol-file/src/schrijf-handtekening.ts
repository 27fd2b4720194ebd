import { mkdir, rename, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Handtekening } from "./handtekening.ts";

/**
 * Puts a declaration where the hub looks for it, and gives that place. It appears whole or not at all: a process that reads
 * halfway would stop sharing.
 */
export async function schrijfHandtekening(handtekening: Handtekening, directory: URL): Promise<string> {
  const { versie, partij, besluit } = handtekening.verklaring;
  const folder = new URL(`handtekeningen/${versie}/`, directory);
  const naam = besluit === "ingetrokken" ? `${partij}.intrekking.json` : `${partij}.json`;
  const half = new URL(`.${naam}`, folder);
  await mkdir(folder, { recursive: true });
  await writeFile(half, `${JSON.stringify(handtekening, null, 2)}\n`);
  await rename(half, new URL(naam, folder));
  return fileURLToPath(new URL(naam, folder));
}
