import pg from "pg";

/** A database for each partner, of one test. */
export interface OwnDatabases {
  /** Where they are, as a hub reads it from its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Throws away what is in them, with them. */
  makeAnew(): Promise<void>;
  drop(): Promise<void>;
}

const partners = ["gemeente", "wpda", "vluchtelingenwerk", "roc"] as const;

/** Makes databases of this name on the server of the tests with PostgreSQL, empty. */
export async function makeDatabases(naam: string): Promise<OwnDatabases> {
  const given = process.env["WPDA_DATABASE_URL"];
  if (!given) throw new Error("These tests need a PostgreSQL server: run them with npm run test:postgres.");
  const nameOf = (partner: string) => `ketenhub_${naam}_${partner}`;
  const drop = (partner: string) => `DROP DATABASE IF EXISTS ${nameOf(partner)} WITH (FORCE)`;
  const create = (partner: string) => `CREATE DATABASE ${nameOf(partner)}`;
  const makeAnew = () => execute(given, [...partners.map(drop), ...partners.map(create)]);
  await makeAnew();
  const urls = partners.map((partner) => {
    const url = new URL(given);
    url.pathname = `/${nameOf(partner)}`;
    return [`${partner.toUpperCase()}_DATABASE_URL`, url.href];
  });
  return { env: Object.fromEntries(urls), makeAnew, drop: () => execute(given, partners.map(drop)) };
}

// Private.
async function execute(given: string, statements: readonly string[]): Promise<void> {
  const url = new URL(given);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
