import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openDatabase } from "@ketenhub/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { partners } from "./partners.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ketenhub-seed-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Runs the command of `npm run seed`. */
async function seed(...args: string[]): Promise<{ readonly code: number; readonly output: string }> {
  const command = ["--conditions=source", "--import", "tsx", "packages/start/src/seed.ts", ...args];
  const env = { ...process.env, KETENHUB_DIR: directory };
  return promisify(execFile)(process.execPath, command, { cwd: root, env }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  );
}

describe("npm run seed", () => {
  it("fills the database of every partner, and says how far it is", async () => {
    const { code, output } = await seed("--nieuwkomers", "200");
    expect({ code, done: output.includes("200 of 200 nieuwkomers") }).toEqual({ code: 0, done: true });
    for (const { naam, entities, migrations } of partners) {
      const { dataSource, stop } = await openDatabase(
        { kind: "embedded", root: directory },
        { naam, entities, migrations },
      );
      const tables = dataSource.entityMetadatas
        .map(({ tableName }) => tableName)
        .filter((table) => table !== "idempotentie");
      for (const table of tables) {
        const [row] = await dataSource.query(
          `SELECT count(*)::int AS rows FROM ${dataSource.driver.escape(table)}`,
        );
        expect(row.rows, `${naam}.${table}`).toBeGreaterThan(table === "nieuwkomer" ? 199 : 0);
      }
      await stop();
    }
  }, 60_000);

  it("ends, with one line, when a hub has the databases open", async () => {
    await writeFile(join(directory, "gemeente.lock"), String(process.ppid));
    const { code, output } = await seed("--nieuwkomers", "10");
    await rm(join(directory, "gemeente.lock"));
    expect(code).toBe(1);
    expect(output.trim()).toMatch(
      /^seed: The data directory .*gemeente is in use by process \d+\. Stop that one first/,
    );
  }, 20_000);
});
