import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type DefinitionNode, type DocumentNode, Kind, parse } from "graphql";
import { z } from "zod";

/** The texts that each partij registered, by the SHA-256 of the text. */
export type RegisteredOperations = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The manifest that Apollo's tools write for a client. */
const Manifest = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.enum(["query", "mutation"]),
      body: z.string().min(1),
    }),
  ),
});

/**
 * Reads `<partij>.json` of every partij in a folder. A manifest that is not right keeps the gateway from starting: what a partij thinks
 * to have registered is what is answered.
 */
export async function readRegisteredOperations(
  directory: string,
  partijen: ReadonlySet<string>,
): Promise<RegisteredOperations> {
  const files = (await readdir(directory)).filter((name) => name.endsWith(".json")).sort();
  const read = files.map(async (file): Promise<readonly [string, ReadonlyMap<string, string>]> => {
    const partij = basename(file, ".json");
    if (!partijen.has(partij))
      throw new Error(
        `${file}: expected the name of a partij (${[...partijen].join(", ")}), but got ${partij}.`,
      );
    return [partij, operationsIn(file, await readFile(join(directory, file), "utf8"))];
  });
  return new Map(await Promise.all(read));
}

/** The name under which a text is known: nothing else than exactly this text has it. */
export function idOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

// Private.
function operationsIn(file: string, text: string): ReadonlyMap<string, string> {
  const parsed = Manifest.safeParse(jsonOf(file, text));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  for (const { id, name, type, body } of parsed.data.operations) {
    if (id !== idOf(body))
      throw new Error(`${file}, ${name}: expected as id the SHA-256 of its body, ${idOf(body)}.`);
    requireOperation(`${file}, ${name}`, { name, type }, parsedOf(`${file}, ${name}`, body));
  }
  return new Map(parsed.data.operations.map(({ id, body }) => [id, body]));
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file}: expected JSON.`);
  }
}

function parsedOf(where: string, body: string): DocumentNode {
  try {
    return parse(body);
  } catch (error) {
    throw new Error(`${where}: ${(error as Error).message}`);
  }
}

/** Whoever reads a manifest sees a name and a type: a text that can do something else beside it would not be seen. */
function requireOperation(
  where: string,
  { name, type }: { readonly name: string; readonly type: string },
  { definitions }: DocumentNode,
): void {
  const [only, ...more] = definitions.filter(({ kind }) => kind !== Kind.FRAGMENT_DEFINITION);
  const isSame =
    only?.kind === Kind.OPERATION_DEFINITION && only.operation === type && only.name?.value === name;
  if (isSame && more.length === 0) return;
  const found = [only, ...more].map(shown).join(", ");
  throw new Error(`${where}: expected exactly one operation, ${type} ${name}, but got ${found}.`);
}

function shown(definition: DefinitionNode | undefined): string {
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return definition?.kind ?? "none";
  return `${definition.operation} ${definition.name?.value ?? "without a name"}`;
}
