import { readFile } from "node:fs/promises";
import { protocolFile } from "@ketenhub/protocol-file";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { protocolJsonSchema } from "../../schema/protocol-json-schema.ts";

const file = new URL("../../schema/protocol/gegevensuitwisselingsprotocol.schema.json", import.meta.url);
const schema = JSON.parse(protocolJsonSchema());
// The pattern beside the format says what a day is.
const validate = new Ajv({ allErrors: true, formats: { date: true } }).compile(schema);

/** The agreed document, to change something in. */
const agreed = async () => parse(await readFile(protocolFile, "utf8"));

/** The paths of what is wrong. */
const mistakes = (document: unknown) =>
  validate(document) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath);

describe("the JSON Schema of the protocol", () => {
  it("is up to date: npm run protocol:schema", async () => {
    expect(await readFile(file, "utf8")).toBe(protocolJsonSchema());
  });

  it("finds nothing wrong with the agreed protocol", async () => {
    expect(mistakes(await agreed())).toEqual([]);
  });

  it("is the one that the agreed protocol names, for editors", async () => {
    const [firstLine] = (await readFile(protocolFile, "utf8")).split("\n");
    expect(new URL(firstLine?.split("$schema=")[1] ?? "", protocolFile).href).toBe(file.href);
  });

  it("explains every part", () => {
    const parts = JSON.stringify(schema).match(/"properties":/g) ?? [];
    expect(parts.length).toBeGreaterThan(5);
    expect(schema.properties.artikelen.items.properties.lezen.description).toBe(
      "Welke gegevens mogen worden gelezen.",
    );
  });

  it.each<[string, string, (document: Awaited<ReturnType<typeof agreed>>) => void]>([
    ["an unknown key", "/artikelen/0", ({ artikelen }) => Object.assign(artikelen[0], { leest: ["bsn"] })],
    ["no conditions", "/artikelen/0/voorwaarden", ({ artikelen }) => artikelen[0].voorwaarden.splice(0)],
    ["no grondslag", "/artikelen/0/grondslag", ({ artikelen }) => artikelen[0].grondslag.splice(0)],
    [
      "an unknown condition",
      "/artikelen/0/voorwaarden/0",
      ({ artikelen }) => artikelen[0].voorwaarden.fill("altijd"),
    ],
    ["a misshapen OIN", "/partijen/0/oin/0", ({ partijen }) => partijen[0].oin.fill("106")],
    [
      "a day that does not exist",
      "/geldigVanaf",
      (document) => Object.assign(document, { geldigVanaf: "2026-02-29" }),
    ],
    [
      "an article number without quotes",
      "/artikelen/0/id",
      ({ artikelen }) => Object.assign(artikelen[0], { id: 1.1 }),
    ],
  ])("points at %s", async (_what, path, change) => {
    const document = await agreed();
    change(document);
    expect(mistakes(document)).toContain(path);
  });
});
