import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readTypeDefs } from "@ketenhub/subgraph";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeContract, subgraphNames } from "../../schema/compose-contract.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ketenhub-contract-"));
  for (const naam of await subgraphNames()) {
    const from = new URL(`../../subgraphs/${naam}/schema`, import.meta.url);
    await cp(from, join(directory, naam, "schema"), { recursive: true });
  }
});
afterAll(() => rm(directory, { recursive: true }));

/** What npm run compose says of the subgraphs when a text in one of their files is another. */
async function complaint(file: string, from: string, to: string): Promise<string> {
  const path = join(directory, file);
  const text = await readFile(path, "utf8");
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
  try {
    await composeContract(pathToFileURL(`${directory}/`));
  } catch (error) {
    return (error as Error).message.replaceAll(`${directory}/`, "");
  } finally {
    await writeFile(path, text);
  }
  return "";
}

describe("npm run compose", () => {
  it("refuses a gegeven that the protocol lacks, with file, line and what is expected", async () => {
    const file = "wpda/schema/uitkering.graphql";
    const text = await readFile(join(directory, file), "utf8");
    const line = text.slice(0, text.indexOf('"lezen:uitkeringsbedrag"')).split("\n").length;
    expect(await complaint(file, "lezen:uitkeringsbedrag", "lezen:uitkeringsbedragen")).toMatch(
      new RegExp(
        `^The schema is not covered by the protocol:\n${file}:${line}: \\w+\\.\\w+: the protocol has no gegeven uitkeringsbedragen; expected one of nieuwkomer, bsn, `,
      ),
    );
  });

  it("says of the files of the repository where they stand in it", async () => {
    const { loc } = await readTypeDefs(new URL("../../subgraphs/roc/schema/", import.meta.url)).then(
      ({ definitions }) => definitions[0] ?? { loc: undefined },
    );
    expect(loc?.source.name).toMatch(/^subgraphs\/roc\/schema\/[a-z-]+\.graphql$/);
  });
});
