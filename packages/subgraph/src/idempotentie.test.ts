import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "@ketenhub/database";
import type { EntityManager, MigrationInterface, QueryRunner } from "typeorm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Vraag } from "./context.ts";
import { Idempotentie, idempotentieTabel, onceOnly } from "./idempotentie.ts";

class Tabel1767225600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(idempotentieTabel);
    await queryRunner.query("CREATE TABLE gevolg (id serial PRIMARY KEY, wat text)");
  }
  async down(): Promise<void> {}
}

let root: string;
let database: Database;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "ketenhub-idempotentie-"));
  const content = { naam: "proef", entities: [Idempotentie], migrations: [Tabel1767225600000] };
  database = await openDatabase({ kind: "embedded", root }, content);
}, 60_000);

afterAll(async () => {
  await database.stop();
  await rm(root, { recursive: true });
});

beforeEach(() => database.dataSource.query("TRUNCATE gevolg, idempotentie"));

interface Beller {
  readonly partij?: string;
  readonly medewerkerId?: string;
  readonly azp?: string;
}

const moment = new Date("2026-03-10T11:00:00Z");
const vraagVan = ({ partij = "wpda", medewerkerId = "an", azp = "systeem" }: Beller = {}, at = moment) =>
  ({
    caller: { afnemer: { partij, medewerkerId }, claims: { azp } },
    dataSource: database.dataSource,
    moment: at,
  }) as unknown as Vraag;

const order = { idempotentieSleutel: "s1", uren: 2 };
const writeDown = (wat: string) => async (manager: EntityManager) => {
  const [row] = await manager.query("INSERT INTO gevolg (wat) VALUES ($1) RETURNING id", [wat]);
  return { id: row.id as number, op: moment };
};
const effects = async () =>
  (await database.dataSource.query("SELECT wat FROM gevolg ORDER BY id")).map(
    ({ wat }: { wat: string }) => wat,
  );

/** Gives the order of these tests, with one change. */
const give = (change: { vraag?: Vraag; mutatie?: string; input?: typeof order; wat?: string } = {}) =>
  onceOnly(
    change.vraag ?? vraagVan(),
    change.mutatie ?? "registreer",
    change.input ?? order,
    writeDown(change.wat ?? "eerste"),
  );

describe("an order that is repeated", () => {
  it("has one effect, and gets the very same answer", async () => {
    const first = await give();
    expect(await give({ wat: "tweede" })).toEqual(first);
    expect(first).toMatchObject({ op: moment.toISOString() });
    expect(await effects()).toEqual(["eerste"]);
  });

  it("has one effect as well when it is given five times at once", async () => {
    const answers = await Promise.all(["a", "b", "c", "d", "e"].map((wat) => give({ wat })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await effects()).toHaveLength(1);
  });

  it("is another order when anything in it differs, and is refused", async () => {
    await give();
    const message =
      'input.idempotentieSleutel: verwacht een nieuwe sleutel voor een andere opdracht, maar kreeg "een sleutel die u al voor iets anders gebruikte".';
    await expect(give({ input: { ...order, uren: 3 } })).rejects.toThrow(message);
    await expect(give({ mutatie: "beeindig" })).rejects.toThrow(message);
    expect(await effects()).toEqual(["eerste"]);
  });

  it("is carried out again for another key", async () => {
    await give();
    await give({ input: { ...order, idempotentieSleutel: "s2" }, wat: "tweede" });
    expect(await effects()).toEqual(["eerste", "tweede"]);
  });
});

describe("an order of another caller with the same key", () => {
  it.each<[string, Beller]>([
    ["a colleague", { medewerkerId: "bo" }],
    ["another partij", { partij: "roc" }],
    ["another system", { azp: "portaal" }],
  ])("is carried out by itself, and learns nothing: %s", async (_who, beller) => {
    const first = await give();
    const other = await give({ vraag: vraagVan(beller), wat: "van een ander", input: { ...order, uren: 5 } });
    expect(other).not.toEqual(first);
    expect(await effects()).toEqual(["eerste", "van een ander"]);
  });

  it("is not recognised by putting the names together differently", async () => {
    await give({ vraag: vraagVan({ partij: "a", medewerkerId: 'b","c' }) });
    await give({ vraag: vraagVan({ partij: 'a","b', medewerkerId: "c" }), wat: "tweede" });
    expect(await effects()).toEqual(["eerste", "tweede"]);
  });
});

describe("an order that fails", () => {
  it("keeps nothing, and its repeat gets its own chance", async () => {
    const failing = onceOnly(vraagVan(), "registreer", order, async (manager) => {
      await writeDown("half")(manager);
      throw new Error("halverwege");
    });
    await expect(failing).rejects.toThrow("halverwege");
    expect(await effects()).toEqual([]);
    expect(await database.dataSource.query("SELECT 1 FROM idempotentie")).toEqual([]);
    await give({ wat: "alsnog" });
    expect(await effects()).toEqual(["alsnog"]);
  });
});

describe("a key", () => {
  it.each(["", "x".repeat(101)])(
    "of another length than 1 to 100 is refused before anything is done: %j",
    async (key) => {
      await expect(give({ input: { ...order, idempotentieSleutel: key } })).rejects.toThrow(
        "input.idempotentieSleutel: verwacht 1 tot en met 100 tekens, maar kreeg ",
      );
      expect(await effects()).toEqual([]);
    },
  );

  it("may be anything of that length, and is never SQL", async () => {
    for (const key of ["x".repeat(100), "'; DROP TABLE gevolg; --", "é".repeat(100)]) {
      await give({ input: { ...order, idempotentieSleutel: key } });
    }
    expect(await effects()).toHaveLength(3);
  });

  it("is forgotten after a week, with its answer", async () => {
    const later = (days: number) => vraagVan({}, new Date(moment.getTime() + days * 86_400_000));
    await give();
    await give({ vraag: later(7), wat: "binnen een week" });
    expect(await effects()).toEqual(["eerste"]);
    await give({ vraag: later(8), input: { ...order, idempotentieSleutel: "s2" }, wat: "een ander" });
    await give({ vraag: later(8), wat: "na een week" });
    expect(await effects()).toEqual(["eerste", "een ander", "na een week"]);
  });

  it("and the order itself are kept only as long as needed, and the caller and the order only hashed", async () => {
    await give();
    const [row] = await database.dataSource.query("SELECT beller, opdracht FROM idempotentie");
    expect(row.beller).toMatch(/^[0-9a-f]{64}$/);
    expect(row.opdracht).toMatch(/^[0-9a-f]{64}$/);
  });
});
