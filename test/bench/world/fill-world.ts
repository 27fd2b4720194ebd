import {
  type Database,
  type DatabasePlace,
  insertRows,
  openDatabase,
  type Tabellen,
} from "@ketenhub/database";
import { maakGrotePopulatie, maakVoorbeeldbevolking, type Voorbeeldbevolking } from "@ketenhub/voorbeelddata";
import type { DataSource } from "typeorm";
import { partners } from "../../../packages/start/src/partners.ts";
import type { DatabaseServer } from "./database-server.ts";

/** Where the database of each partner of a world is. */
export type Places = Readonly<Record<string, DatabasePlace>>;

/** Makes a world of the example population and so many nieuwkomers more: a database for each partner. */
export async function fillWorld(
  server: DatabaseServer,
  { world, nieuwkomers, vandaag }: { world: string; nieuwkomers: number; vandaag: string },
): Promise<Places> {
  const places: Record<string, DatabasePlace> = {};
  const databases = new Map<string, Database>();
  try {
    for (const { naam, entities, migrations } of partners) {
      const place = await server.place(world, naam);
      places[naam] = place;
      databases.set(naam, await openDatabase(place, { naam, entities, migrations }));
    }
    for (const batch of bevolking(vandaag, nieuwkomers)) {
      const inserted = [...databases].map(([naam, { dataSource }]) =>
        insertRows(dataSource, tablesOf(batch, naam)),
      );
      await Promise.all(inserted);
    }
    for (const { dataSource } of databases.values()) await vacuum(dataSource);
    return places;
  } finally {
    for (const database of databases.values()) await database.stop();
  }
}

/** What the server would do by itself within minutes: without it the first questions are planned blindly. */
export async function vacuum(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  // A large world takes longer than a statement of the hub may.
  await runner.query("SET statement_timeout = 0");
  await runner.query("VACUUM ANALYZE");
  await runner.release();
}

/** Gives another contender the same world. */
export async function copyWorld(server: DatabaseServer, from: string, to: string): Promise<Places> {
  const places: Record<string, DatabasePlace> = {};
  for (const { naam } of partners) places[naam] = await server.copy(from, to, naam);
  return places;
}

/** The people of a world, some at a time. */
export function* bevolking(vandaag: string, nieuwkomers: number): Generator<Voorbeeldbevolking> {
  yield maakVoorbeeldbevolking({ vandaag });
  yield* maakGrotePopulatie({ vandaag, nieuwkomers });
}

/** What a partner keeps of these people. */
export function tablesOf(batch: Voorbeeldbevolking, naam: string): Tabellen {
  return batch[naam as keyof Voorbeeldbevolking];
}
