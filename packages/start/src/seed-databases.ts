import { type Database, insertRows, openDatabase } from "@ketenhub/database";
import { dagVan } from "@ketenhub/protocol";
import { maakGrotePopulatie, type Voorbeeldbevolking } from "@ketenhub/voorbeelddata";
import type { HubConfig } from "./config.ts";
import { partners } from "./partners.ts";

/** How far a large population is. */
export type OnProgress = (nieuwkomers: number) => void;

/**
 * Adds a large population, for load tests, to every partner's database. In batches, each whole or not at all per partner; the
 * people are the same each time, so a second run on the same databases is refused by their keys.
 */
export async function seedDatabases(
  { databaseOf }: Pick<HubConfig, "databaseOf">,
  nieuwkomers: number,
  now: Date,
  onProgress: OnProgress,
): Promise<void> {
  const databases = new Map<string, Database>();
  try {
    for (const { naam, entities, migrations } of partners) {
      databases.set(
        naam,
        await openDatabase(databaseOf(naam), { naam, entities, migrations, unhurried: true }),
      );
    }
    let done = 0;
    for (const batch of maakGrotePopulatie({ vandaag: dagVan(now), nieuwkomers })) {
      for (const [naam, { dataSource }] of databases) {
        await insertRows(dataSource, batch[naam as keyof Voorbeeldbevolking]);
      }
      done += batch.gemeente.nieuwkomer.length;
      onProgress(done);
    }
    for (const { dataSource } of databases.values()) await dataSource.query("VACUUM ANALYZE");
  } finally {
    for (const database of databases.values()) await database.stop();
  }
}
