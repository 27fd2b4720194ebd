import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** A source file of the repository, with what it imports. */
export interface SourceFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
  readonly lines: number;
  readonly isTest: boolean;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every TypeScript file of the workspaces, in the order of their paths. */
export async function readSourceFiles(): Promise<readonly SourceFile[]> {
  const files = await Promise.all(["packages", "subgraphs", "gateway", "schema", "docs"].map(filesIn));
  return Promise.all(files.flat().sort().map(readSourceFile));
}

/** What a text imports, in every way in which TypeScript and Node can. */
export function importsOf(text: string): readonly string[] {
  const pattern =
    /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire(?:\.resolve)?\(\s*|\bimport\.meta\.resolve\(\s*)["'`]([^"'`]+)["'`]/g;
  return [...withoutComments(text).matchAll(pattern)].map(([, name = ""]) => name);
}

// Private.
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !/(^|\/)(node_modules|build)\//.test(path));
}

async function readSourceFile(path: string): Promise<SourceFile> {
  const text = await readFile(join(root, path), "utf8");
  return {
    path,
    text,
    imports: importsOf(text),
    lines: text.split("\n").length - 1,
    isTest: path.endsWith(".test.ts") || /^(packages|subgraphs)\/[^/]+\/test\/|^gateway\/test\//.test(path),
  };
}

function withoutComments(text: string): string {
  return text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, "");
}
