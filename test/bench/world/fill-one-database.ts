import { type DatabasePlace, insertRows, openDatabase } from "@ketenhub/database";
import { partners } from "../../../packages/start/src/partners.ts";
import type { DatabaseServer } from "./database-server.ts";
import { bevolking, tablesOf, vacuum } from "./fill-world.ts";

/** The name of the database that holds what is everybody's. */
export const oneDatabase = "alles";

/** Makes the same people as `fillWorld`, with the tables of all partners in one database. */
export async function fillOneDatabase(
  server: DatabaseServer,
  { world, nieuwkomers, vandaag }: { world: string; nieuwkomers: number; vandaag: string },
): Promise<DatabasePlace> {
  const place = await server.place(world, oneDatabase);
  const { dataSource, stop } = await openDatabase(place, { naam: oneDatabase, entities: [], migrations: [] });
  try {
    const runner = dataSource.createQueryRunner();
    for (const { migrations } of partners) {
      // Each partner has one of these for itself; here the last one serves.
      await runner.query("DROP TABLE IF EXISTS idempotentie");
      for (const Migration of migrations) await new Migration().up(runner);
    }
    await runner.release();
    for (const batch of bevolking(vandaag, nieuwkomers)) {
      for (const { naam } of partners) await insertRows(dataSource, tablesOf(batch, naam));
    }
    await vacuum(dataSource);
    return place;
  } finally {
    await stop();
  }
}
