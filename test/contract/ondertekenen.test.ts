import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openProtocolversies, readProtocolversies } from "@ketenhub/protocol-file";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OndertekendeMap } from "../../packages/protocol-file/test/ondertekende-map.ts";
import { readRootFile } from "../support/compose-file.ts";
import { codeOf } from "../support/markdown.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const blocks = codeOf(await readRootFile("docs/ondertekenen.md"), "sh");
let tree: string;
let home: string;
let hub: string;
let others: OndertekendeMap;

beforeAll(async () => {
  const directory = await mkdtemp(join(tmpdir(), "ketenhub-ondertekenen-"));
  [tree, home, hub] = [join(directory, "boom"), join(directory, "thuis"), join(directory, "hub")];
  for (const folder of [tree, home, hub]) await mkdir(folder);
  // The tree as the reader has it: its own protocol, and the same code.
  await cp(join(root, "schema/protocol"), join(tree, "schema/protocol"), { recursive: true });
  await cp(join(root, "package.json"), join(tree, "package.json"));
  for (const name of ["packages", "subgraphs", "node_modules", "tsconfig.json"])
    await symlink(join(root, name), join(tree, name));
  others = await OndertekendeMap.vanAfspraak();
}, 30_000);
afterAll(async () => {
  await others.verwijder();
  await rm(join(tree, ".."), { recursive: true });
});

/** Runs the lines of a block as the reader would, one after the other; gives what they print. */
function run(block: string): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn("bash", ["-euc", block], {
    cwd: tree,
    env: {
      PATH: process.env["PATH"],
      HOME: home,
      PROTOCOL_DIRECTORY: hub,
      npm_config_update_notifier: "false",
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      output += String(data);
    });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, output })));
}

/** All but wpda, whom the document takes as its example, go through the same steps elsewhere. */
async function othersSign(): Promise<void> {
  for (const folder of ["sleutels", "handtekeningen"])
    await cp(join(others.path, folder), join(tree, "schema/protocol", folder), {
      recursive: true,
      filter: (from) => !from.includes("wpda"),
    });
}

const startInProduction = () =>
  openProtocolversies(
    { directory: hub, ondertekend: true },
    { now: () => new Date(), meld: () => {}, herhaal: () => {} },
  );

describe("docs/ondertekenen.md", () => {
  it("has a command for every step", () => {
    expect(blocks).toHaveLength(12);
  });

  it("leads to a protocol that everybody signed, step by step, and away from it again", async () => {
    await othersSign();
    const outputs: string[] = [];
    for (const block of blocks) {
      const { code, output } = await run(block);
      expect(code, `${block}\n${output}`).toBe(0);
      outputs.push(output);
      if (block.includes("cp -r schema/protocol/.")) {
        const { versie } = (await startInProduction()).op(new Date());
        expect(versie).toBe((await readProtocolversies()).op(new Date()).versie);
      }
      if (block.includes("--map") && block.includes("--intrekken"))
        await expect(startInProduction()).rejects.toThrow("wpda heeft deze versie ingetrokken");
    }
    expect(outputs.join("\n")).toContain("Nu heeft iedereen ondertekend.");
    await expect(startInProduction()).rejects.toThrow("sleutels/wpda.jwk.json ontbreekt");
    expect(await readdir(join(home, "sleutels"))).toEqual(["wpda.geheim.jwk.json", "wpda.jwk.json"]);
  }, 240_000);
});
