import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "./vergelijk.ts";

const eerste = fileURLToPath(new URL("../../../schema/protocol/vervangen/1.0.0.yaml", import.meta.url));
let directory: string;
let ander: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ketenhub-vergelijk-"));
  ander = join(directory, "ander.yaml");
  const tekst = await readFile(eerste, "utf8");
  await writeFile(
    ander,
    tekst
      .replace("versie: 1.0.0", "versie: 1.0.1")
      .replace(
        "    lezen: [bsn]\n    voorwaarden: [betrokken, eigen-gemeente]",
        "    lezen: [bsn]\n    voorwaarden: [betrokken]",
      )
      .replace("lezen: [examens, diploma]", "lezen: [examens]"),
  );
});
afterAll(() => rm(directory, { recursive: true }));

const gain =
  "wpda · klantmanager: lezen bsn voor bijstand, nu ook als betrokken (eerst alleen als betrokken en eigen-gemeente)";
const loss =
  "roc · trajectbegeleider: niet meer lezen diploma voor taalaanbod, voortgang (eerst als betrokken en eigen-gemeente)";
const opEenRegel = (tekst: string) => tekst.replace(/\s+/g, " ");

describe("vergelijk", () => {
  it("says of two files who gains, who loses, and what else changes", async () => {
    const tekst = opEenRegel(await run([eerste, ander]));
    expect(tekst).toContain("Van versie 1.0.0 (vanaf 2026-01-01) naar 1.0.1 (vanaf 2026-01-01)");
    expect(tekst).toContain(
      `Wie krijgt erbij - ${gain} Wie verliest - ${loss} Wat verandert er verder - versie:`,
    );
  });

  it("says so the other way around", async () => {
    expect(opEenRegel(await run([ander, eerste]))).toContain(
      "Wie krijgt erbij - roc · trajectbegeleider: lezen diploma",
    );
    expect(await run([eerste, eerste])).toMatch(
      /Wie krijgt erbij\n- niemand\n\nWie verliest\n- niemand\n\n.*\n- niets$/,
    );
  });

  it("prints what the changelog of the protocol must say, in lines that fit", async () => {
    const tekst = await run([eerste, ander, "--changelog"]);
    expect(opEenRegel(tekst)).toBe(`### Wie krijgt erbij - ${gain} ### Wie verliest - ${loss}`);
    expect(Math.max(...tekst.split("\n").map((regel) => regel.length))).toBeLessThanOrEqual(125);
  });

  it("compares the newest version with the one before when no files are named", async () => {
    expect(await run([])).toMatch(/^Van versie \d+\.\d+\.\d+ \(vanaf/);
  });

  it("refuses one file, three files, and a file that is no protocol", async () => {
    await expect(run([eerste])).rejects.toThrow("Verwacht twee bestanden of geen; er kwamen er 1.");
    await expect(run([eerste, eerste, eerste])).rejects.toThrow("er kwamen er 3.");
    await expect(run([eerste, join(directory, "niets.yaml")])).rejects.toThrow("niets.yaml");
  });
});
