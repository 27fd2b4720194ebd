/**
 * Remembers the contract as it is released, for the tests that say what a later change breaks or opens.
 *
 *   npm run schema:release    writes schema/api.released.graphql and schema/gegevens.released.json
 */
import { copyFile, writeFile } from "node:fs/promises";
import { readSchemaGegevens } from "./schema-gegevens.ts";

const lines = Object.entries(await readSchemaGegevens()).map(
  ([coordinate, gegevens]) =>
    `  ${JSON.stringify(coordinate)}: [${gegevens.map((one) => JSON.stringify(one)).join(", ")}]`,
);

await copyFile(new URL("api.graphql", import.meta.url), new URL("api.released.graphql", import.meta.url));
await writeFile(new URL("gegevens.released.json", import.meta.url), `{\n${lines.join(",\n")}\n}\n`);
