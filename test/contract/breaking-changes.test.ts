import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { unannouncedBreaks } from "./breaking-changes.ts";

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");

const before = `
  type Query { nieuwkomer(id: ID!, peildatum: String): Nieuwkomer }
  type Nieuwkomer { naam: Naam  regime: Regime }
  type Naam { voornamen: String  voorvoegsel: String }
  enum Regime { WI2013 WI2021 }
  input Filter { regime: Regime }
`;
const changelog = (...lines: readonly string[]) =>
  [
    "# Changelog",
    "",
    "## Unreleased",
    "",
    ...lines,
    "",
    "## 0.1.0",
    "",
    "- **Breaking**: Naam.voorvoegsel",
  ].join("\n");

/** What is unannounced after one change of the API above. */
function unannounced(from: string, to: string, ...lines: readonly string[]): readonly string[] {
  expect(before).toContain(from);
  return unannouncedBreaks(before, before.replace(from, to), changelog(...lines)).map(
    ({ coordinate }) => coordinate,
  );
}

describe("a break of the API", () => {
  it.each([
    ["a field that is gone", "voorvoegsel: String", "", "Naam.voorvoegsel"],
    ["a field of another type", "voornamen: String", "voornamen: Int", "Naam.voornamen"],
    ["an enum value that is gone", "WI2013 ", "", "Regime.WI2013"],
    ["an argument that is gone", ", peildatum: String", "", "Query.nieuwkomer(peildatum:)"],
    ["an argument of another type", "peildatum: String", "peildatum: Int", "Query.nieuwkomer(peildatum:)"],
    ["a required argument that is new", "id: ID!", "id: ID!, doel: ID!", "Query.nieuwkomer(doel:)"],
    ["a required input field that is new", "input Filter {", "input Filter { doel: ID!", "Filter.doel"],
    ["a type that is gone", "input Filter { regime: Regime }", "", "Filter"],
    ["a type of another kind", "input Filter { regime: Regime }", "scalar Filter", "Filter"],
  ])(
    "is found by its coordinate, and accepted when the changelog names it: %s",
    (_what, from, to, coordinate) => {
      expect(unannounced(from, to)).toEqual([coordinate]);
      expect(unannounced(from, to, `- **Breaking**: \`${coordinate}\` is anders.`)).toEqual([]);
      expect(unannounced(from, to, `- **Breaking** ${coordinate}.`)).toEqual([]);
    },
  );

  it("is not announced by a line about something else, under another version, or without the word", () => {
    for (const line of [
      "- **Breaking**: `Naam.voorvoegselOud` is weg.",
      "- **Breaking**: `Naam` is anders.",
      "- **Breaking**: `Andere.Naam.voorvoegsel` is weg.",
      "- `Naam.voorvoegsel` is weg.",
    ]) {
      expect(unannounced("voorvoegsel: String", "", line)).toEqual(["Naam.voorvoegsel"]);
    }
  });

  it("is none when something is only added", () => {
    expect(unannounced("voornamen: String", "voornamen: String  roepnaam: String")).toEqual([]);
  });

  it("is found without a changelog as well", () => {
    expect(unannouncedBreaks(before, before.replace("voorvoegsel: String", ""), "")).toHaveLength(1);
  });
});

describe("the API", () => {
  it("breaks nothing since its last release but what the changelog names under Unreleased as **Breaking**", async () => {
    const released = await read("schema/api.released.graphql");
    const log = await read("CHANGELOG.md").catch(() => "");
    expect(unannouncedBreaks(released, await read("schema/api.graphql"), log)).toEqual([]);
  });
});
