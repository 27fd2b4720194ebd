import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

const numbered = (letter: string, last: number) =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);

/** Every case of the catalogue. */
const catalogue = [
  ...numbered("A", 18),
  ...numbered("B", 13),
  ...numbered("C", 11),
  ...numbered("D", 7),
  ...numbered("E", 9),
  ...numbered("S", 14),
  ...["F8", "F9"],
  ...numbered("G", 12),
  ...numbered("H", 4),
  ...numbered("I", 14),
  ...numbered("J", 13),
  ...numbered("K", 9),
  ...numbered("L", 11),
];

/** A row of the table: a case, how it stands, and where that is seen. */
interface Row {
  readonly id: string;
  readonly stand: string;
  readonly waar: string;
}

const rows = (await readFile(join(root, "test/security/aanvallen.md"), "utf8"))
  .split("\n")
  .filter((line) => /^\| [A-Z]\d+ /.test(line))
  .map((line): Row => {
    const [, id = "", , stand = "", waar = ""] = line.split("|").map((cell) => cell.trim());
    return { id, stand, waar };
  });

/** Every test file of the repository, by its path. */
async function testFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .filter((path) => !path.includes("node_modules"));
}

const files = new Map(
  await Promise.all(
    (await Promise.all(["packages", "gateway", "subgraphs", "test"].map(testFiles)))
      .flat()
      .map(async (path) => [path, await readFile(join(root, path), "utf8")] as const),
  ),
);
/** The names of the tests in a file: what stands first in `it`, `it.each(…)(…)`, `describe` and in the tables that name them. */
const namesIn = (text: string) => [...text.matchAll(/["`]([A-Z]\d+)\b[^"`]*/g)].map(([, id]) => id);
const named = (path: string) => files.get([...files.keys()].find((one) => one.endsWith(`/${path}`)) ?? "");
const filesOf = (waar: string) => [...waar.matchAll(/`([\w/-]+\.test\.ts)`/g)].map(([, path = ""]) => path);

describe("the catalogue of attacks", () => {
  it("has every case once", () => {
    expect(rows.map(({ id }) => id).sort()).toEqual([...catalogue].sort());
  });

  it("says of each case that it is tested or that it cannot occur", () => {
    for (const { id, stand } of rows) expect(["tested", "cannot occur"], id).toContain(stand);
  });

  it.each(rows.filter(({ stand }) => stand === "tested"))(
    "has a test that is named after $id",
    ({ id, waar }) => {
      const found = filesOf(waar).filter((path) => namesIn(named(path) ?? "").includes(id));
      expect(found, waar).not.toEqual([]);
    },
  );

  it("names no test file that is not there", () => {
    const missing = rows.flatMap(({ waar }) => filesOf(waar)).filter((path) => named(path) === undefined);
    expect([...new Set(missing)]).toEqual([]);
  });

  it("gives a reason for each case that cannot occur, and a test that keeps it so", () => {
    for (const { id, stand, waar } of rows) {
      if (stand === "cannot occur")
        expect([waar.length > 40, filesOf(waar).length > 0], id).toEqual([true, true]);
    }
  });
});

describe("the check itself", () => {
  it("sees a number only where it begins a name", () => {
    const text = 'it("A1 a name", () => {}); it.each(x)(`B2 x`); // C3 in a comment\n const d = "see D4";';
    expect(namesIn(text)).toEqual(["A1", "B2"]);
  });

  it("finds no file by the end of another's name", () => {
    expect(named("vallen.test.ts")).toBeUndefined();
    expect(named("aanvallen.test.ts")).toContain("the catalogue of attacks");
  });
});
