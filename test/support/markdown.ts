import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A document of the repository, by its path from the root. */
export interface Document {
  readonly path: string;
  readonly text: string;
}

const elsewhere = new Set([".git", ".ketenhub", "build", "coverage", "node_modules"]);

/** Every Markdown document under a folder of the repository, the whole repository included. */
export async function readDocuments(root: string, folder = "."): Promise<readonly Document[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly Document[]> => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return elsewhere.has(entry.name) ? [] : readDocuments(root, path);
      return path.endsWith(".md") ? [{ path, text: await readFile(join(root, path), "utf8") }] : [];
    }),
  );
  return found.flat();
}

/** The addresses of the links and images in a document, those in code left out. */
export function linksOf({ text }: Document): readonly string[] {
  return [...withoutCode(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target ?? "");
}

/** The anchors of the headings in a document, as the usual forges make them. */
export function anchorsOf(text: string): readonly string[] {
  return [...text.replace(fences, "").matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}

/** The blocks of code of one language in a document. */
export function codeOf(text: string, language: string): readonly string[] {
  const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"));
  return [...blocks].map(([, code]) => code ?? "");
}

// Private.
const fences = /^```.*?^```$/gms;

function withoutCode(text: string): string {
  return text.replace(fences, "").replace(/`[^`\n]*`/g, "code");
}
