/**
 * Writes the documents that are made from code.
 *
 *   npm run docs             writes docs/fouten.md
 *   npm run docs -- --check  fails when it is out of date
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { foutenDocument } from "./fouten-document.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const file = new URL("fouten.md", import.meta.url);

if (!values.check) await writeFile(file, foutenDocument());
else if ((await readFile(file, "utf8").catch(() => "")) !== foutenDocument()) {
  console.error("docs/fouten.md is out of date: run npm run docs.");
  process.exitCode = 1;
}
