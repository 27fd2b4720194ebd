/**
 * Composes the subgraph schemas into the contract as a whole.
 *
 *   npm run compose             writes schema/supergraph.graphql and schema/api.graphql
 *   npm run compose -- --check  fails when a committed file is out of date
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Contract, composeContract } from "./compose-contract.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

try {
  await writeOrCheck(await composeContract());
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

// Private.
async function writeOrCheck({ supergraphSdl, apiSdl }: Contract): Promise<void> {
  for (const [name, text] of Object.entries({ "supergraph.graphql": supergraphSdl, "api.graphql": apiSdl })) {
    const file = new URL(name, import.meta.url);
    if (!values.check) await writeFile(file, text);
    else if ((await readFile(file, "utf8").catch(() => "")) !== text)
      throw new Error(`schema/${name} is out of date: run npm run compose.`);
  }
}
