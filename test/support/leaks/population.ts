import type { RunningSubgraph } from "@ketenhub/subgraph";
import { maakVoorbeeldbevolking } from "@ketenhub/voorbeelddata";

/** A row of any table, by its columns. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** The rows of every table of every partner, by the name of the table. */
export type Population = Readonly<Record<string, readonly AnyRow[]>>;

/** The example population as it was made for a day. */
export function madePopulation(vandaag: string): Population {
  const { gemeente, wpda, vluchtelingenwerk, roc } = maakVoorbeeldbevolking({ vandaag });
  return { ...gemeente, ...wpda, ...vluchtelingenwerk, ...roc } as unknown as Population;
}

/** What stands in the databases now: what tests wrote included. */
export async function storedPopulation(subgraphs: readonly RunningSubgraph[]): Promise<Population> {
  const tables: Record<string, readonly AnyRow[]> = {};
  for (const { dataSource } of subgraphs) {
    for (const { tableName } of dataSource.entityMetadatas) {
      const name = dataSource.driver.escape(tableName);
      tables[tableName] = [
        ...(tables[tableName] ?? []),
        ...(await dataSource.query(`SELECT * FROM ${name}`)),
      ];
    }
  }
  return tables;
}

/** Two populations as one: what was and what is. */
export function joinPopulations(one: Population, other: Population): Population {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...names].map((name) => [name, [...(one[name] ?? []), ...(other[name] ?? [])]]));
}
