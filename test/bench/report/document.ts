import { readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";

/** Where the figures are kept. */
const documentFile = new URL("../../../docs/snelheid.md", import.meta.url);

/** The parts that are measured apart, in their order; before them is the hub beside others. */
const apart = ["Groei", "Duur"] as const;

/** On what was measured, as one sentence. */
export function machine(database: string): string {
  const { model = "onbekende processor" } = cpus()[0] ?? {};
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${model}, ${gigabytes} GB geheugen, Node ${process.versions.node}, ${database}.`;
}

/** Writes the part about the hub beside others; what was measured apart stays. */
export async function writeVergelijking(text: string): Promise<void> {
  await write({ ...(await readParts()), vergelijking: text });
}

/** Writes a part that is measured apart; the rest stays. */
export async function writeApart(part: (typeof apart)[number], text: string): Promise<void> {
  await write({ ...(await readParts()), [part]: text });
}

// Private.
type Parts = Readonly<Record<"vergelijking" | (typeof apart)[number], string>>;

async function write(parts: Parts): Promise<void> {
  const texts = apart.map((part) => `## ${part}\n\n${parts[part].trim()}\n`);
  await writeFile(documentFile, [`${parts.vergelijking.trim()}\n`, ...texts].join("\n"));
}

async function readParts(): Promise<Parts> {
  const text = await readFile(documentFile, "utf8").catch(() => "");
  const [vergelijking = "", ...others] = text.split(/^## (?=(?:Groei|Duur)\n)/m);
  const bodies = others.map((other) => other.split(/\n(.*)/s));
  const bodyOf = (part: string) => bodies.find(([title]) => title === part)?.[1] ?? "Nog niet gemeten.";
  return { vergelijking, Groei: bodyOf("Groei"), Duur: bodyOf("Duur") };
}
