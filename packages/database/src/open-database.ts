import { ExponentialBackoff, handleWhen, retry } from "cockatiel";
import { DataSource, type DataSourceOptions, type MigrationInterface, type MixedList } from "typeorm";
import { type EmbeddedPostgres, openEmbeddedPostgres } from "./embedded-postgres.ts";
import { ImpatientClient } from "./impatient-client.ts";
import { isUnreachable } from "./is-unreachable.ts";
import { StatementLogger } from "./statement-logger.ts";

type PostgresOptions = Extract<DataSourceOptions, { readonly type: "postgres" }>;

/** Where a partner's database is: a server, or a data directory in this process. */
export type DatabasePlace =
  | {
      readonly kind: "server";
      readonly url: string;
      /** How long to wait for a server that does not answer yet, in milliseconds; not at all unless told otherwise. */
      readonly patience?: number;
    }
  | { readonly kind: "embedded"; readonly root: string };

/** What a partner keeps. */
export interface DatabaseContent {
  /** The partner: also the name of the embedded data directory. */
  readonly naam: string;
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** For work in bulk: a statement may take as long as it takes. */
  readonly unhurried?: boolean;
  /** Called with every statement before it runs; for counting, never for values. */
  readonly onStatement?: (sql: string) => void;
}

/** An open database with its migrations applied. */
export interface Database {
  readonly dataSource: DataSource;
  /** Whether the database answers. */
  isReady(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Opens a partner's database and brings it up to date. Throws with one clear line when it cannot be reached. */
export async function openDatabase(place: DatabasePlace, content: DatabaseContent): Promise<Database> {
  const embedded =
    place.kind === "embedded" ? await openEmbeddedPostgres(place.root, content.naam) : undefined;
  try {
    const options = optionsFor(place, embedded, content);
    await migrate(place, options, content.naam);
    const dataSource = await new DataSource(options).initialize();
    return {
      dataSource,
      isReady: () =>
        dataSource.query("SELECT 1").then(
          () => true,
          () => false,
        ),
      async stop() {
        await dataSource.destroy();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

// Private: over connections of its own, on which a statement may take as long as it takes.
async function migrate(place: DatabasePlace, options: PostgresOptions, naam: string): Promise<void> {
  const dataSource = new DataSource({ ...options, extra: {} });
  try {
    await untilReached(place, () => dataSource.initialize());
  } catch (cause) {
    throw new Error(`The database of ${naam} cannot be reached. Is it running, and is its URL right?`, {
      cause,
    });
  }
  try {
    await runMigrations(dataSource, place);
  } finally {
    await dataSource.destroy();
  }
}

/** Parts of the hub are started in any order: a server that is not there yet may come. One that answers no is not asked again. */
async function untilReached<T>(place: DatabasePlace, connect: () => Promise<T>): Promise<T> {
  const patience = place.kind === "server" ? (place.patience ?? 0) : 0;
  const until = performance.now() + patience;
  const policy = retry(
    handleWhen((error) => isUnreachable(error) && performance.now() < until),
    { maxAttempts: Number.POSITIVE_INFINITY, backoff: new ExponentialBackoff({ maxDelay: 2_000 }) },
  );
  return policy.execute(connect);
}

/** Replicas that start together wait for the first: the lock lasts until its migrations, on another connection, are in. */
async function runMigrations(dataSource: DataSource, place: DatabasePlace): Promise<void> {
  if (place.kind === "embedded") {
    await dataSource.runMigrations({ transaction: "each" });
    return;
  }
  await dataSource.transaction(async (manager) => {
    await manager.query("SELECT pg_advisory_xact_lock(727273)");
    await dataSource.runMigrations({ transaction: "each" });
  });
}

/**
 * How long there is to get a connection, and for one statement at the server and at the client, in milliseconds: less than the gateway
 * waits, so that a slow database costs what was asked of it and not the rest of the answer.
 */
const patience = { connection: 4_000, statement: 8_000, answer: 9_000 } as const;

function optionsFor(
  place: DatabasePlace,
  embedded: EmbeddedPostgres | undefined,
  { naam, entities, migrations, onStatement, unhurried = false }: DatabaseContent,
): PostgresOptions {
  return {
    type: "postgres",
    url: place.kind === "server" ? place.url : (embedded?.url ?? ""),
    applicationName: `ketenhub-${naam}`,
    entities: [...entities] as MixedList<new () => object>,
    migrations: [...migrations],
    migrationsTableName: "migratie",
    synchronize: false,
    // The embedded server has one backend: with one connection, no statement can come between those of another.
    poolSize: place.kind === "server" ? 10 : 1,
    connectTimeoutMS: patience.connection,
    ...(onStatement ? { logger: new StatementLogger(onStatement), logging: ["query"] } : {}),
    extra: place.kind === "server" && !unhurried ? deadlines : {},
  };
}

/** Of a server on the network. What cannot be told by one that is cut off, the client tells itself. */
const deadlines = {
  statement_timeout: patience.statement,
  query_timeout: patience.answer,
  idle_in_transaction_session_timeout: patience.answer,
  keepAlive: true,
  Client: ImpatientClient,
};
