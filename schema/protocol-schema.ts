/**
 * Writes the JSON Schema of the protocol, from the same definition with which the hub reads it.
 *
 *   npm run protocol:schema             writes schema/protocol/gegevensuitwisselingsprotocol.schema.json
 *   npm run protocol:schema -- --check  fails when the committed file is out of date
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { protocolJsonSchema } from "./protocol-json-schema.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const file = new URL("protocol/gegevensuitwisselingsprotocol.schema.json", import.meta.url);
const text = protocolJsonSchema();

if (!values.check) await writeFile(file, text);
else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
  console.error("The JSON Schema of the protocol is out of date: run npm run protocol:schema.");
  process.exitCode = 1;
}
