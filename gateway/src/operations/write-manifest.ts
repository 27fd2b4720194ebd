import { readFile } from "node:fs/promises";
import { getOperationAST, parse } from "graphql";
import { idOf } from "./registered-operations.ts";

/**
 * The manifest of the operations in these files, one in each, as text: what a partij puts in `OPERATIONS_DIRECTORY`. The id is that of
 * the file to the last byte, so the client sends the file as it is.
 */
export async function manifestOf(files: readonly string[]): Promise<string> {
  const operations = await Promise.all(
    files.map(async (file) => {
      const body = await readFile(file, "utf8");
      const operation = getOperationAST(parse(body));
      if (!operation?.name) throw new Error(`${file}: expected one operation with a name.`);
      return { id: idOf(body), name: operation.name.value, type: operation.operation, body };
    }),
  );
  const manifest = { format: "apollo-persisted-query-manifest", version: 1, operations };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
