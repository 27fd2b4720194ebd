import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "@ketenhub/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gemeente } from "../gemeente.ts";

const id = "00000000-0000-4000-8000-000000000001";
let root: string;
let database: Database;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "ketenhub-termijn-"));
  const { naam, entities, migrations } = gemeente;
  database = await openDatabase({ kind: "embedded", root }, { naam, entities, migrations });
  await database.dataSource.query(
    `INSERT INTO nieuwkomer (id, gemeente, geslacht, regime, doelgroep, gedetailleerde_doelgroep)
      VALUES ($1, 'GM1680', 'V', 'WI2021', 'ASIELSTATUSHOUDER', 'ASIELSTATUSHOUDER')`,
    [id],
  );
}, 60_000);

afterAll(async () => {
  await database.stop();
  await rm(root, { recursive: true, force: true });
});

/** Changes the termijn, and reads what the person's own row says about its end. */
async function endAfter(change: string): Promise<string | null> {
  await database.dataSource.query(change, [id]);
  const [row] = await database.dataSource.query("SELECT einde_termijn FROM nieuwkomer WHERE id = $1", [id]);
  return row.einde_termijn;
}

describe("the end of a termijn, by which people are sorted", () => {
  it("is that of the termijn, when it begins, is extended and disappears", async () => {
    const begin = "INSERT INTO inburgeringstermijn VALUES ($1, '2026-01-01', '2028-12-31')";
    expect(await endAfter(begin)).toBe("2028-12-31");
    const extend = "UPDATE inburgeringstermijn SET einddatum = '2029-06-30' WHERE nieuwkomer_id = $1";
    expect(await endAfter(extend)).toBe("2029-06-30");
    expect(await endAfter("DELETE FROM inburgeringstermijn WHERE nieuwkomer_id = $1")).toBeNull();
  });
});
