/**
 * Writes the documents that are made from code, the schema and the protocol.
 *
 *   npm run docs             writes them
 *   npm run docs -- --check  fails when one is out of date
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { madeDocuments } from "./documents.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

for (const [path, text] of Object.entries(await madeDocuments())) {
  const file = new URL(`../${path}`, import.meta.url);
  if (!values.check) await writeFile(file, text);
  else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    console.error(`${path} is out of date: run npm run docs.`);
    process.exitCode = 1;
  }
}
