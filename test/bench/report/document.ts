import { readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";

/** Where the figures are kept. */
const documentFile = new URL("../../../docs/snelheid.md", import.meta.url);

const groeiBegin = "## Groei\n";

/** On what was measured, as one sentence. */
export function machine(database: string): string {
  const { model = "onbekende processor" } = cpus()[0] ?? {};
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${model}, ${gigabytes} GB geheugen, Node ${process.versions.node}, ${database}.`;
}

/** Writes the part about the hub beside others; what was measured of growth stays. */
export async function writeVergelijking(text: string): Promise<void> {
  const { groei } = await readParts();
  await writeFile(documentFile, `${text.trim()}\n\n${groei}`);
}

/** Writes the part about growth; the rest stays. */
export async function writeGroei(text: string): Promise<void> {
  const { vergelijking } = await readParts();
  await writeFile(documentFile, `${vergelijking}${groeiBegin}\n${text.trim()}\n`);
}

// Private.
async function readParts(): Promise<{ vergelijking: string; groei: string }> {
  const text = await readFile(documentFile, "utf8").catch(() => "");
  const at = text.indexOf(groeiBegin);
  if (at === -1) return { vergelijking: text, groei: `${groeiBegin}\nNog niet gemeten.\n` };
  return { vergelijking: text.slice(0, at), groei: text.slice(at) };
}
