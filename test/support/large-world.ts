import { databasesIn } from "@ketenhub/start";
import { groupBy } from "@ketenhub/subgraph";
import pg from "pg";
import { seedDatabases } from "../../packages/start/src/seed-databases.ts";
import type { OwnDatabases } from "./own-databases.ts";

/** So many people are made, in the three gemeenten of the example; the others are copies of them, in a gemeente for each copy. */
const made = 400;
const copies = 49;

/** How many people there are in a large world. */
export const inLargeWorld = made * (1 + copies);

/** Every gemeente of a large world. */
export const gemeentenOfLargeWorld: readonly string[] = [
  ...["GM0106", "GM1680", "GM1730"],
  ...Array.from({ length: copies }, (_, index) => `GM${5001 + index}`),
];

/**
 * Fills databases with a world that is large enough for PostgreSQL to choose an index where there is one: as many people as in a
 * province, of whom few live in one gemeente or are somebody's caseload. Copied in the database, which takes seconds.
 */
export async function fillLargeWorld({ env }: OwnDatabases): Promise<void> {
  await seedDatabases({ databaseOf: databasesIn(env, "") }, made, new Date(), () => {});
  for (const connectionString of Object.values(env)) {
    const client = new pg.Client({ connectionString });
    await client.connect();
    try {
      // What is right of a row is right of its copy: no key is checked, and no trigger runs.
      await client.query("SET session_replication_role = replica");
      for (const [table, columns] of await columnsByTable(client)) await copyRows(client, table, columns);
      await fillSmallTables(client);
      await client.query("VACUUM ANALYZE");
    } finally {
      await client.end();
    }
  }
}

// Private.
interface Column {
  readonly column: string;
  readonly type: string;
}

async function columnsByTable(client: pg.Client): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await client.query<Column & { table: string }>(
    `SELECT table_name AS table, column_name AS column, data_type AS type FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name NOT IN ('migratie', 'idempotentie')`,
  );
  return groupBy(rows, ({ table }) => table);
}

async function copyRows(client: pg.Client, table: string, columns: readonly Column[]): Promise<void> {
  const names = columns.map(({ column }) => column).join(", ");
  const values = columns.map(valueInCopy).join(", ");
  await client.query(
    `INSERT INTO ${table} (${names}) SELECT ${values} FROM ${table}, generate_series(1, ${copies}) AS copy`,
  );
}

/** Whoever a number points to is copied as well, and gets the same number in every database. */
function valueInCopy({ column, type }: Column): string {
  if (type === "uuid") return `md5(${column}::text || copy)::uuid`;
  if (column === "bsn") return "NULL";
  if (column === "gemeente") return "'GM' || (5000 + copy)";
  return column.endsWith("_id") ? `${column} || '-' || copy` : column;
}

/** What the example has little of. */
async function fillSmallTables(client: pg.Client): Promise<void> {
  await client.query(`
    INSERT INTO idempotentie (beller, sleutel, opdracht, antwoord, aangemaakt_op)
      SELECT md5(nummer::text), nummer::text, md5(nummer::text), '{}', now() FROM generate_series(1, 5000) AS nummer`);
  const { rows } = await client.query("SELECT to_regclass('toestemming') IS NOT NULL AS found");
  if (!rows[0].found) return;
  await client.query(`
    INSERT INTO toestemming (id, nieuwkomer_id, partij, gegeven, gegeven_op, vastgelegd_door, versie)
      SELECT md5(id::text || 'toestemming')::uuid, id, 'vip', 'contact', now(), 'NIEUWKOMER', 1 FROM nieuwkomer`);
}
