import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { limits } from "@ketenhub/gateway";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../support/ask.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";
import { freePorts } from "../support/free-ports.ts";
import { npmStart, type StartedProcess } from "../support/npm-start.ts";
import { readCaseload } from "../support/read-caseload.ts";
import { blocksOf, holds, readReadme, tableWith } from "../support/readme.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = await readReadme();
const blocks = blocksOf(readme);
const port = freePorts();
const url = `http://127.0.0.1:${port}/graphql`;
let directory: string;
let hub: StartedProcess;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ketenhub-readme-"));
  hub = await npmStart({ KETENHUB_DIR: directory, PORT: String(port) });
}, 60_000);
afterAll(async () => {
  await hub.end("SIGINT");
  await rm(directory, { recursive: true, force: true });
});

/** Runs shell blocks of the README after each other, in one shell, against this hub. Gives what they print. */
async function runInShell(...texts: readonly string[]): Promise<string> {
  const script = texts.join("\n").replaceAll("http://127.0.0.1:4000/", `http://127.0.0.1:${port}/`);
  const env = { ...process.env, KETENHUB_DIR: directory };
  const { stdout } = await promisify(execFile)("bash", ["-euc", script], {
    cwd: root,
    env,
    maxBuffer: 10_000_000,
  });
  return stdout;
}

const shellBlocks = blocks.filter(({ language }) => language === "sh").map(({ text }) => text);
const [theTwoCommands = "", firstQuestion = "", mainJob = "", explanation = "", ownSchema = ""] = shellBlocks;
const [firstToken = ""] = firstQuestion.split("\n");

describe("the README", () => {
  it("starts with the two commands, and shows what npm start prints", () => {
    expect(theTwoCommands).toBe("npm ci\nnpm start\n");
    const shown = blocks
      .filter(({ text }) => text.startsWith("Ketenhub serves"))
      .map(({ text }) => text.trim());
    expect(
      shown.map((text) => text.replaceAll(":4000/", `:${port}/`)).every((text) => hub.output.includes(text)),
    ).toBe(true);
  });

  it("gives a first question whose commands work as they stand", async () => {
    const { data, errors } = JSON.parse(await runInShell(firstQuestion));
    expect(errors).toBeUndefined();
    expect(readme).toContain(`a \`totalCount\` of ${data.nieuwkomers.totalCount} and the first three`);
    expect(data.nieuwkomers.edges.length).toBe(3);
  });

  it("shows the main job as the tests ask it, with commands that work, and with a part of the real answer", async () => {
    expect(blocks.find(({ language }) => language === "graphql")?.text).toBe(await readCaseload());
    const { data } = JSON.parse(await runInShell(firstToken, mainJob));
    const example = JSON.parse(blocks.find(({ language }) => language === "json")?.text ?? "");
    const people = data.nieuwkomers.edges.map(({ node }: { node: object }) => node);
    expect(people.some((person: object) => holds(person, example))).toBe(true);
    expect(people.some((person: object) => holds(person, { ...example, regievoerder: "Niemand" }))).toBe(
      false,
    );
  });

  it("says how large a question may be", () => {
    expect(readme).toContain(`${limits.depth} levels deep`);
    expect(readme).toContain(`${limits.cost.toLocaleString("en")} objects`);
  });

  it("asks the protocol why with a command that works, and shows how its answer begins", async () => {
    const shown = blocks.find(({ text }) => text.startsWith("Mag "))?.text;
    expect(shown).toBeDefined();
    expect((await runInShell(explanation)).startsWith(shown ?? "")).toBe(true);
  });

  it("writes the schema of a partij with a command that works", async () => {
    const file = join(directory, "ketenhub.graphql");
    await runInShell(ownSchema.replace("ketenhub.graphql", file));
    const schema = buildSchema(await readFile(file, "utf8"));
    expect(schema.getType("Inschrijving")).toBeDefined();
    expect(schema.getType("Uitkering")).toBeUndefined();
  });

  const columns: readonly (readonly [string, Beller])[] = [
    ["regievoerder", bellers.regievoerder],
    ["werkcoach (WPDA)", bellers.werkcoach],
    ["begeleider (VluchtelingenWerk)", bellers.begeleider],
    ["trajectbegeleider (ROC)", bellers.trajectbegeleider],
  ];
  // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the caseload query.
  const fieldsOf: Readonly<Record<string, (person: any) => readonly unknown[]>> = {
    "naam, leerroute, betrokkenen, regievoerder": ({ naam, pip, betrokkenen, regievoerder }) => [
      naam,
      pip.leerroute,
      betrokkenen,
      regievoerder,
    ],
    "leefgebied samenleving": ({ pip }) => [pip.samenleving],
    "leefgebied ontmoeten": ({ pip }) => [pip.ontmoeten],
    "leefgebieden financiën en werk, uitkeringen": ({ pip, uitkeringen }) => [
      pip.financien,
      pip.werk,
      uitkeringen,
    ],
    "leefgebied zorg": ({ pip }) => [pip.zorg],
    "begeleiding, pvt": ({ begeleiding, pvt }) => [begeleiding, pvt],
    "inschrijvingen, aanwezigheid": ({ inschrijvingen }) => [inschrijvingen],
  };

  it.each(columns)("says in its table exactly what a %s sees", async (column, beller) => {
    const token = await tokenFor(beller, {}, directory);
    const { data } = await ask(
      beller,
      await readCaseload(),
      { gemeente: "GM1680", first: 500 },
      { url, token },
    );
    const { node } = data.nieuwkomers.edges.find(
      (edge: { node: { id: string } }) => edge.node.id === bekendePersonen.asielstatushouderB1.id,
    );
    const table = tableWith(readme, "werkcoach (WPDA)");
    expect(table.get("`Doel`")?.get(column)).toBe(`\`${beller.doel}\``);
    const { partij, rol, medewerker } = beller;
    const shown = table.get("token")?.get(column);
    if (column !== "regievoerder") {
      expect(shown).toBe(`\`--partij ${partij} --rol ${rol} --medewerker ${medewerker} --gemeente GM1680\``);
    }
    for (const [row, read] of Object.entries(fieldsOf)) {
      const seen = read(node).map((value) => value !== null);
      const promised = table.get(row)?.get(column) === "yes";
      expect(seen, `${row}, ${column}`).toEqual(seen.map(() => promised));
    }
  });
});
