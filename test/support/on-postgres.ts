/**
 * Runs the e2e tests, and each subgraph as a process of its own, on a real PostgreSQL server with a database for each partner.
 *
 *   npm run test:postgres
 *
 * On the server of TEST_POSTGRES_URL (a superuser; databases named ketenhub_test_… are made anew on it), else on a throw-away
 * cluster from an installed PostgreSQL.
 */
import { spawn } from "node:child_process";
import pg from "pg";
import { startThrowAwayPostgres } from "./throw-away-postgres.ts";

const partners = ["gemeente", "wpda", "vluchtelingenwerk", "roc"] as const;

const given = process.env["TEST_POSTGRES_URL"];
const server = given ? { url: given, stop: async () => {} } : await startThrowAwayPostgres();
try {
  const version = await makeDatabases(server.url);
  console.log(`e2e tests on PostgreSQL ${version}`);
  process.exitCode = (await runTests(server.url)) || (await requireFilled(server.url));
} finally {
  await server.stop();
}

async function makeDatabases(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const partner of partners) {
      await client.query(`DROP DATABASE IF EXISTS ketenhub_test_${partner} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ketenhub_test_${partner}`);
    }
    return (await client.query("SHOW server_version")).rows[0].server_version;
  } finally {
    await client.end();
  }
}

/** That the tests really ran on this server: their people are in it. */
async function requireFilled(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl(url, "gemeente") });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT count(*)::int AS aantal FROM nieuwkomer");
    if (rows[0].aantal > 0) return 0;
    console.error("The tests did not use this PostgreSQL: its tables are empty.");
    return 1;
  } finally {
    await client.end();
  }
}

function databaseUrl(url: string, partner: string): string {
  const database = new URL(url);
  database.pathname = `/ketenhub_test_${partner}`;
  return database.href;
}

function runTests(url: string): Promise<number> {
  const urls = partners.map((partner) => [
    `${partner.toUpperCase()}_DATABASE_URL`,
    databaseUrl(url, partner),
  ]);
  const child = spawn("npx", ["vitest", "run", "--project", "e2e", "--project", "postgres"], {
    stdio: "inherit",
    env: { ...process.env, ...Object.fromEntries(urls) },
  });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}
