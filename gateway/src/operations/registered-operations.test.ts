import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { idOf, readRegisteredOperations } from "./registered-operations.ts";
import { manifestOf } from "./write-manifest.ts";

const body = "query Aantal { nieuwkomers(first: 1) { totalCount } }";
const operation = { id: idOf(body), name: "Aantal", type: "query", body };
/** An entry that says `query Aantal`, with another text. */
const entry = (text: string, change: object = {}) => ({
  ...operation,
  id: idOf(text),
  body: text,
  ...change,
});
const manifest = (operations: readonly unknown[], change: object = {}) =>
  JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations, ...change });
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "ketenhub-vragen-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const read = async (files: Readonly<Record<string, string>>) => {
  for (const [file, text] of Object.entries(files)) await writeFile(join(directory, file), text);
  return readRegisteredOperations(directory, new Set(["wpda", "roc"]));
};

describe("the manifests of the partijen", () => {
  it("say what each registered, and nothing of what another file in the folder holds", async () => {
    const found = await read({
      "wpda.json": manifest([operation]),
      "roc.json": manifest([]),
      "lees.md": "x",
    });
    expect(found).toEqual(
      new Map([
        ["roc", new Map()],
        ["wpda", new Map([[operation.id, body]])],
      ]),
    );
  });

  it.each([
    [
      "is of no partij",
      { "onbekend.json": manifest([operation]) },
      /onbekend\.json: expected the name of a partij \(wpda, roc\)/,
    ],
    ["is no JSON", { "wpda.json": "{" }, /wpda\.json: expected JSON/],
    ["has another format", { "wpda.json": manifest([], { format: "x" }) }, /wpda\.json[\s\S]*format/],
    ["has another version", { "wpda.json": manifest([], { version: 2 }) }, /wpda\.json[\s\S]*version/],
    [
      "has an id that is not of its text",
      { "wpda.json": manifest([{ ...operation, body: `${body} ` }]) },
      /wpda\.json, Aantal: expected as id the SHA-256/,
    ],
    [
      "has a text that is no operation",
      { "wpda.json": manifest([entry("{")]) },
      /wpda\.json, Aantal: Syntax Error/,
    ],
    [
      "holds a second operation beside the one it names",
      { "wpda.json": manifest([entry(`${body} mutation Weg { __typename }`)]) },
      /wpda\.json, Aantal: expected exactly one operation, query Aantal, but got query Aantal, mutation Weg\./,
    ],
    [
      "holds only a fragment",
      { "wpda.json": manifest([entry("fragment F on Query { __typename }")]) },
      /wpda\.json, Aantal: expected exactly one operation, query Aantal, but got none\./,
    ],
    [
      "holds an operation of another name",
      { "wpda.json": manifest([{ ...operation, name: "Caseload" }]) },
      /wpda\.json, Caseload: expected exactly one operation, query Caseload, but got query Aantal\./,
    ],
    [
      "holds an operation without a name",
      { "wpda.json": manifest([entry("{ __typename }", { name: "without a name" })]) },
      /wpda\.json, without a name: expected .* but got query without a name\./,
    ],
    [
      "holds an operation of another type",
      { "wpda.json": manifest([entry("mutation Aantal { __typename }")]) },
      /wpda\.json, Aantal: expected .* but got mutation Aantal\./,
    ],
    [
      "holds a type of its own",
      { "wpda.json": manifest([entry(`${body} type X { y: Int }`)]) },
      /wpda\.json, Aantal: expected .* but got query Aantal, ObjectTypeDefinition\./,
    ],
  ])("keep a gateway from starting when one %s", async (_what, files, message) => {
    await expect(read(files as Readonly<Record<string, string>>)).rejects.toThrow(message);
  });

  it("may hold fragments beside an operation", async () => {
    const text = "query Aantal { ...F } fragment F on Query { __typename }";
    const found = await read({ "wpda.json": manifest([entry(text)]) });
    expect(found.get("wpda")).toEqual(new Map([[idOf(text), text]]));
  });

  it("keep a gateway from starting when the folder is not there", async () => {
    await expect(readRegisteredOperations(join(directory, "weg"), new Set())).rejects.toThrow(/ENOENT/);
  });
});

describe("a manifest made of files", () => {
  it("is one that the gateway reads: each file under the hash of exactly what stands in it", async () => {
    const text = `# Voor het dashboard.\n${body}\n`;
    const file = join(directory, "aantal.graphql");
    await writeFile(file, text);
    const found = await read({ "wpda.json": await manifestOf([file]) });
    expect(found.get("wpda")).toEqual(new Map([[idOf(text), text]]));
  });

  it("is not made of a file with no operation, or with one that has no name", async () => {
    const file = join(directory, "naamloos.graphql");
    for (const text of ["{ nieuwkomers(first: 1) { totalCount } }", "fragment F on Query { __typename }"]) {
      await writeFile(file, text);
      await expect(manifestOf([file])).rejects.toThrow(
        /naamloos\.graphql: expected one operation with a name/,
      );
    }
  });
});
