import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readSchemaGegevens } from "../../schema/schema-gegevens.ts";
import { type GegevensByCoordinate, unannouncedWeakenings } from "./weakened-gegevens.ts";

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");

const released: GegevensByCoordinate = {
  "Uitkering.soort": ["lezen:uitkering"],
  "Uitkering.bedrag": ["lezen:uitkering", "lezen:uitkeringsbedrag"],
  "Query.mensen(naam:)": ["lezen:naam"],
  "Filter.bsn": ["lezen:bsn"],
};
const changelog = (...lines: readonly string[]) =>
  `# Changelog\n\n## Unreleased\n\n${lines.join("\n")}\n\n## 0.1.0\n\n- **Gegeven**: \`Filter.bsn\`\n`;

/** What is unannounced after this change of what the released API requires. */
const unannounced = (change: GegevensByCoordinate, ...lines: readonly string[]) =>
  unannouncedWeakenings(released, { ...released, ...change }, changelog(...lines));

describe("a part of the API that requires less than it did", () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ["a field that loses a gegeven", "Uitkering.bedrag", ["lezen:uitkering"], ["lezen:uitkeringsbedrag"]],
    [
      "a field that moves to another gegeven",
      "Uitkering.soort",
      ["lezen:uitkering-status"],
      ["lezen:uitkering"],
    ],
    [
      "a field that is written with what it was read with",
      "Uitkering.soort",
      ["schrijven:uitkering"],
      ["lezen:uitkering"],
    ],
    ["an argument that becomes plumbing", "Query.mensen(naam:)", [], ["lezen:naam"]],
    ["an input field of another gegeven", "Filter.bsn", ["lezen:nieuwkomer"], ["lezen:bsn"]],
  ])("is found, and accepted when the changelog names it: %s", (_what, coordinate, now, lost) => {
    const change = { [coordinate]: now };
    expect(unannounced(change)).toEqual([{ coordinate, lost }]);
    expect(
      unannounced(change, `- **Gegeven**: \`${coordinate}\` vraagt minder,`, "  omdat het minder zegt."),
    ).toEqual([]);
  });

  it("is not announced by a line about something else, under another word or another version", () => {
    const change = { "Filter.bsn": [] };
    for (const line of ["- **Breaking**: `Filter.bsn`", "- `Filter.bsn`", "- **Gegeven**: `Filter.bsnOud`"])
      expect(unannounced(change, line)).toHaveLength(1);
  });

  it("is none when something requires more, is new, or is gone", () => {
    const { "Filter.bsn": _gone, ...rest } = released;
    expect(unannounced({ "Uitkering.soort": ["lezen:uitkering", "lezen:bsn"], "Filter.nieuw": [] })).toEqual(
      [],
    );
    expect(unannouncedWeakenings(released, rest, "")).toEqual([]);
  });
});

describe("the API", () => {
  it("requires at least what it did at its last release; else CHANGELOG.md says so under Unreleased, as - **Gegeven**: `Type.field` …", async () => {
    const before: GegevensByCoordinate = JSON.parse(await read("schema/gegevens.released.json"));
    expect(Object.keys(before).length).toBeGreaterThan(200);
    expect(unannouncedWeakenings(before, await readSchemaGegevens(), await read("CHANGELOG.md"))).toEqual([]);
  });
});
