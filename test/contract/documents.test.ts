import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { madeDocuments } from "../../docs/documents.ts";
import { anchorsOf, codeOf, linksOf, readDocuments } from "../support/markdown.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scope = "@ketenhub/";
const documents = await readDocuments(root);
const read = (path: string) => readFile(join(root, path), "utf8");
const { scripts, license } = JSON.parse(await read("package.json"));

describe("the documents", () => {
  it("link to files that exist", () => {
    const broken = documents.flatMap((document) =>
      relativeLinks(document)
        .filter(({ file }) => !existsSync(join(root, file)))
        .map(({ link }) => `${document.path}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it("link to headings that exist", () => {
    const textOf = new Map(documents.map(({ path, text }) => [path, text]));
    const broken = documents.flatMap((document) =>
      relativeLinks(document)
        .filter(({ anchor }) => anchor !== undefined)
        .filter(({ file, anchor = "" }) => !anchorsOf(textOf.get(file) ?? "").includes(anchor))
        .map(({ link }) => `${document.path}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it("name commands that exist", async () => {
    const texts = [...documents, { path: ".ci/run", text: await read(".ci/run") }];
    const unknown = texts.flatMap(({ path, text }) =>
      [...text.matchAll(/\bnpm run (?:-s )?([a-z][a-z0-9:]*)/g)]
        .filter(([, name = ""]) => !Object.hasOwn(scripts, name))
        .map(([command]) => `${path}: ${command}`),
    );
    expect(unknown).toEqual([]);
  });

  it("are there for every package and every subgraph", async () => {
    const folders = await Promise.all(
      ["packages", "subgraphs"].map(async (parent) =>
        (await readdir(join(root, parent))).map((name) => join(parent, name)),
      ),
    );
    const missing = ["gateway", ...folders.flat()].filter(
      (folder) => !existsSync(join(root, folder, "README.md")),
    );
    expect(missing).toEqual([]);
  });
});

describe("README.md", () => {
  it("shows the main job as the tests ask it", async () => {
    const [main, ...others] = codeOf(await read("README.md"), "graphql");
    expect(others).toEqual([]);
    expect(main).toBe(await read("test/support/caseload.graphql"));
  });
});

describe("ARCHITECTURE.md", () => {
  it("says who may import whom as the package.json files do", async () => {
    const [, section = ""] = (await read("ARCHITECTURE.md")).split("## Who may import whom");
    const rows = [...section.matchAll(/^\| ([a-z-]+) +\|([a-z, -]*)\|$/gm)].slice(2);
    const table = rows.map(([, part, of = ""]) => [
      part,
      of
        .split(",")
        .map((one) => one.trim())
        .filter(Boolean),
    ]);
    const found = await Promise.all(
      (await packageFolders()).map(async (folder) => {
        const { name, dependencies = {} } = JSON.parse(await read(join(folder, "package.json")));
        const own = Object.keys(dependencies).filter((one) => one.startsWith(scope));
        return [name.replace(scope, ""), own.map((one) => one.replace(scope, "")).sort()];
      }),
    );
    expect(Object.fromEntries(table)).toEqual(Object.fromEntries(found));
  });
});

describe("a document that is made", async () => {
  it.each(Object.entries(await madeDocuments()))(
    "is up to date; npm run docs makes it: %s",
    async (path, text) => {
      expect((await read(path)) === text).toBe(true);
    },
  );
});

describe("publiccode.yml", () => {
  it("names the licence of the package", async () => {
    expect(parse(await read("publiccode.yml")).legal.license).toBe(license);
  });

  it("keeps to the lengths of the standard", async () => {
    const { description } = parse(await read("publiccode.yml"));
    for (const language of ["nl", "en"]) {
      expect(description[language].shortDescription.length).toBeLessThanOrEqual(150);
      expect(description[language].longDescription.length).toBeGreaterThanOrEqual(150);
    }
  });
});

// Private.
async function packageFolders(): Promise<readonly string[]> {
  const folders = await Promise.all(
    ["packages", "subgraphs"].map(async (parent) =>
      (await readdir(join(root, parent))).map((name) => join(parent, name)),
    ),
  );
  return ["gateway", ...folders.flat()];
}

function relativeLinks(document: { readonly path: string; readonly text: string }) {
  return linksOf(document)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [path = "", anchor] = link.split("#");
      const file = path === "" ? document.path : normalize(join(dirname(document.path), path));
      return { link, file, anchor };
    });
}
