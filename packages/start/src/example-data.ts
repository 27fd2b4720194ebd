import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { insertRows } from "@ketenhub/database";
import type { RunningSubgraph } from "@ketenhub/subgraph";
import { maakVoorbeeldbevolking, type Voorbeeldbevolking } from "@ketenhub/voorbeelddata";

/**
 * Fills every database that is still empty with its part of the example population. Each partner's part goes in whole or not at
 * all. The day on which the population was made is kept, so that a start that broke off goes on with the same people.
 */
export async function fillEmptyDatabases(
  directory: string,
  subgraphs: readonly RunningSubgraph[],
  vandaag: string,
): Promise<void> {
  const empty: RunningSubgraph[] = [];
  for (const subgraph of subgraphs) if (await isEmpty(subgraph)) empty.push(subgraph);
  if (empty.length === 0) return;

  const bevolking = maakVoorbeeldbevolking({ vandaag: await dayOfPopulation(directory, vandaag) });
  for (const { naam, dataSource } of empty) {
    await insertRows(dataSource, bevolking[naam as keyof Voorbeeldbevolking]);
  }
}

// Private.
async function isEmpty({ dataSource }: RunningSubgraph): Promise<boolean> {
  for (const { tableName } of dataSource.entityMetadatas) {
    const [row] = await dataSource.query(
      `SELECT EXISTS (SELECT 1 FROM ${dataSource.driver.escape(tableName)}) AS filled`,
    );
    if (row.filled) return false;
  }
  return true;
}

async function dayOfPopulation(directory: string, vandaag: string): Promise<string> {
  const file = join(directory, "voorbeelddata-van.txt");
  const earlier = (await readFile(file, "utf8").catch(() => "")).trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(earlier)) return earlier;
  await mkdir(directory, { recursive: true });
  await writeFile(file, `${vandaag}\n`);
  return vandaag;
}
