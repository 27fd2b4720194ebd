import { DataSource, type DataSourceOptions, type MigrationInterface, type MixedList } from "typeorm";
import { type EmbeddedPostgres, openEmbeddedPostgres } from "./embedded-postgres.ts";
import { StatementLogger } from "./statement-logger.ts";

/** Where a partner's database is: a server, or a data directory in this process. */
export type DatabasePlace =
  | { readonly kind: "server"; readonly url: string }
  | { readonly kind: "embedded"; readonly root: string };

/** What a partner keeps. */
export interface DatabaseContent {
  /** The partner: also the name of the embedded data directory. */
  readonly naam: string;
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
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
    const dataSource = await connect(place, embedded, content);
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

// Private.
async function connect(
  place: DatabasePlace,
  embedded: EmbeddedPostgres | undefined,
  content: DatabaseContent,
): Promise<DataSource> {
  const dataSource = new DataSource(optionsFor(place, embedded, content));
  try {
    await dataSource.initialize();
  } catch (cause) {
    throw new Error(
      `The database of ${content.naam} cannot be reached. Is it running, and is its URL right?`,
      { cause },
    );
  }
  try {
    await migrate(dataSource, place);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

/** Replicas that start together wait for the first: the lock lasts until its migrations, on another connection, are in. */
async function migrate(dataSource: DataSource, place: DatabasePlace): Promise<void> {
  if (place.kind === "embedded") {
    await dataSource.runMigrations({ transaction: "each" });
    return;
  }
  await dataSource.transaction(async (manager) => {
    await manager.query("SET LOCAL statement_timeout = 0");
    await manager.query("SET LOCAL idle_in_transaction_session_timeout = 0");
    await manager.query("SELECT pg_advisory_xact_lock(727273)");
    await dataSource.runMigrations({ transaction: "each" });
  });
}

function optionsFor(
  place: DatabasePlace,
  embedded: EmbeddedPostgres | undefined,
  { naam, entities, migrations, onStatement }: DatabaseContent,
): DataSourceOptions {
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
    connectTimeoutMS: 10_000,
    ...(onStatement ? { logger: new StatementLogger(onStatement), logging: ["query"] } : {}),
    extra:
      place.kind === "server"
        ? { statement_timeout: 15_000, idle_in_transaction_session_timeout: 15_000 }
        : {},
  };
}
