import { openEmbeddedPostgres } from "../../../packages/database/src/embedded-postgres.ts";
import { oneDatabase } from "../world/fill-one-database.ts";
import type { Places } from "../world/fill-world.ts";

/** Where the one database of a world answers, opened in this process when it is embedded, and how many connections it takes. */
export async function databaseUrl(places: Places): Promise<{ databaseUrl: string; connections: number }> {
  const place = places[oneDatabase];
  if (!place) throw new Error("There is no database with everything in this world.");
  if (place.kind === "server") return { databaseUrl: place.url, connections: 10 };
  return { databaseUrl: (await openEmbeddedPostgres(place.root, oneDatabase)).url, connections: 1 };
}
