/**
 * Composes the subgraph schemas into the contract as a whole.
 *
 *   npm run compose             writes schema/supergraph.graphql and schema/api.graphql
 *   npm run compose -- --check  fails when a committed file is out of date
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { composeContract } from "./compose-contract.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const contract = await composeContract();
const files = { "supergraph.graphql": contract.supergraphSdl, "api.graphql": contract.apiSdl };

for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, import.meta.url);
  if (!values.check) await writeFile(file, text);
  else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    console.error(`schema/${name} is out of date: run npm run compose.`);
    process.exitCode = 1;
  }
}
