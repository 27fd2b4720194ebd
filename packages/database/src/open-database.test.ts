import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { DatamapInGebruik, insertRows, OnbruikbareDatamap, openDatabase } from "./index.ts";

class Tabel1767225600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE proef (id int PRIMARY KEY, naam varchar(5), dag date, lijst text[])`,
    );
    await queryRunner.query(`CREATE TABLE "user" (id int PRIMARY KEY)`);
  }
  async down(): Promise<void> {}
}

class Kapot1767225600001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("CREATE TABLE half (id int)");
    await queryRunner.query("CREATE TABEL mis (id int)");
  }
  async down(): Promise<void> {}
}

let root: string;
const place = () => ({ kind: "embedded", root }) as const;
const content = { naam: "proef", entities: [], migrations: [Tabel1767225600000] };

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "ketenhub-database-"));
});

afterAll(() => rm(root, { recursive: true }));

describe("an embedded database", { timeout: 60_000 }, () => {
  it("is made with its migrations, keeps what it holds, and runs a migration once", async () => {
    const first = await openDatabase(place(), content);
    expect(await first.isReady()).toBe(true);
    await first.dataSource.query("INSERT INTO proef (id) VALUES (1)");
    await first.stop();
    expect(await first.isReady()).toBe(false);

    const again = await openDatabase(place(), content);
    expect(await again.dataSource.query("SELECT id FROM proef")).toEqual([{ id: 1 }]);
    expect(await again.dataSource.query("SELECT name FROM migratie")).toEqual([
      { name: "Tabel1767225600000" },
    ]);
    await again.stop();
  });

  it("leaves no lock and no half-made directory behind", async () => {
    expect((await readdir(root)).sort()).toEqual(["proef"]);
  });

  it("is opened by one at a time, and opening it in vain does not disturb the first", async () => {
    const first = await openDatabase(place(), content);
    await expect(openDatabase(place(), content)).rejects.toThrow(
      new DatamapInGebruik(
        `The data directory ${join(root, "proef")} is in use by process ${process.pid}. Stop that one first, or set KETENHUB_DIR to another directory.`,
      ),
    );
    expect(await first.isReady()).toBe(true);
    await first.stop();
  });

  it("is refused, with what to do, when its directory holds no PostgreSQL data", async () => {
    await mkdir(join(root, "leeg"));
    await expect(openDatabase(place(), { ...content, naam: "leeg" })).rejects.toThrow(
      new OnbruikbareDatamap(
        `The data directory ${join(root, "leeg")} cannot be used: it holds no PostgreSQL data. Put back a backup, or remove it to start with the example data.`,
      ),
    );
    expect(await readdir(join(root, "leeg"))).toEqual([]);
    expect(await readdir(root)).not.toContain("leeg.lock");
  });

  it("is refused, with what to do, when its directory is damaged", async () => {
    await mkdir(join(root, "stuk"));
    await writeFile(join(root, "stuk", "PG_VERSION"), "17\n");
    await expect(openDatabase(place(), { ...content, naam: "stuk" })).rejects.toThrow(
      new OnbruikbareDatamap(
        `The data directory ${join(root, "stuk")} cannot be used: PostgreSQL does not start on it. Put back a backup, or remove it to start with the example data.`,
      ),
    );
    expect(await readdir(root)).not.toContain("stuk.lock");
  });

  it("does not open, and keeps nothing, when a migration fails", async () => {
    // TypeORM itself tells the console that a migration failed.
    using _quiet = vi.spyOn(console, "log").mockReturnValue();
    const broken = { ...content, naam: "mislukt", migrations: [Tabel1767225600000, Kapot1767225600001] };
    await expect(openDatabase(place(), broken)).rejects.toThrow("syntax error");
    const repaired = await openDatabase(place(), { ...content, naam: "mislukt" });
    expect(await repaired.dataSource.query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    await repaired.stop();
  });

  it("tells its statements, and never their values", async () => {
    const statements: string[] = [];
    const database = await openDatabase(place(), { ...content, onStatement: (sql) => statements.push(sql) });
    await database.dataSource.query("SELECT $1::text", ["geheim"]);
    await database.stop();
    expect(statements).toContain("SELECT $1::text");
    expect(statements.join()).not.toContain("geheim");
  });
});

describe("a database on a server", () => {
  it("that does not answer is one clear line, without its password", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const url = `postgres://hub:geheim@127.0.0.1:${port}/proef`;
    const failure = openDatabase({ kind: "server", url }, content);
    await expect(failure).rejects.toThrow(
      "The database of proef cannot be reached. Is it running, and is its URL right?",
    );
    await expect(failure).rejects.not.toThrow("geheim");
  });
});

describe("rows", { timeout: 60_000 }, () => {
  it("are inserted all, or none", async () => {
    const database = await openDatabase(place(), { ...content, naam: "rijen" });
    const { dataSource } = database;
    const count = async () => (await dataSource.query("SELECT count(*)::int AS n FROM proef"))[0].n;
    const rows = Array.from({ length: 2500 }, (_, id) => ({
      id,
      naam: `n${id % 9}`,
      dag: "2026-01-31",
      lijst: ["a", "b"],
    }));
    const wrong = { proef: rows, user: [{ id: 1 }, { id: 1 }] };
    await expect(insertRows(dataSource, wrong)).rejects.toThrow("duplicate key");
    expect(await count()).toBe(0);

    const progress: number[] = [];
    await insertRows(dataSource, { proef: rows, user: [{ id: 1 }] }, (inserted) => progress.push(inserted));
    expect(progress).toEqual([1000, 1000, 500, 1]);
    expect(await count()).toBe(2500);
    expect(await dataSource.query("SELECT id, naam, dag::text, lijst FROM proef WHERE id = 10")).toEqual([
      { id: 10, naam: "n1", dag: "2026-01-31", lijst: ["a", "b"] },
    ]);
    await database.stop();
  });

  it("are values, whatever stands in them, and never SQL", async () => {
    const database = await openDatabase(place(), { ...content, naam: "rijen" });
    const { dataSource } = database;
    await insertRows(dataSource, { proef: [{ id: -1, naam: `'";--`, dag: null, lijst: [`"},{'`] }] });
    expect(await dataSource.query("SELECT naam, dag, lijst FROM proef WHERE id = -1")).toEqual([
      { naam: `'";--`, dag: null, lijst: [`"},{'`] },
    ]);
    await expect(insertRows(dataSource, { 'proef"; DROP TABLE proef; --': [{ id: 1 }] })).rejects.toThrow(
      "does not exist",
    );
    await expect(insertRows(dataSource, { proef: [{ id: -2, naam: "te lang" }] })).rejects.toThrow(
      "too long",
    );
    await database.stop();
  });
});
