import type { RunningSubgraph } from "@ketenhub/subgraph";
import type { AfterQueryEvent } from "typeorm";

/** A statement as it ran, and in whose database. */
export interface Ran {
  readonly naam: string;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** How PostgreSQL carries out a statement. */
export interface Plan {
  /** The large tables that are read from the first row to the last. */
  readonly readWhole: readonly string[];
  /** How many rows of tables and indexes are looked at; none for a statement that writes, which is not carried out again. */
  readonly rows: number;
}

/** A table with fewer rows is read whole with good reason. */
const large = 2_000;

/** Reads of the statements that these subgraphs run how they are carried out, with the values with which they ran. */
export class PlanReader {
  readonly #dataSources;
  readonly #largeTables = new Map<string, ReadonlySet<string>>();
  #ran: Ran[] = [];

  constructor(subgraphs: readonly RunningSubgraph[]) {
    this.#dataSources = new Map(subgraphs.map(({ naam, dataSource }) => [naam, dataSource]));
    for (const { naam, dataSource } of subgraphs) {
      dataSource.subscribers.push({
        afterQuery: ({ query: sql, parameters }: AfterQueryEvent) => {
          if (/^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/i.test(sql))
            this.#ran.push({ naam, sql, parameters: (parameters ?? []) as readonly unknown[] });
        },
      });
    }
  }

  /** What ran since the last time. */
  take(): readonly Ran[] {
    return this.#ran.splice(0);
  }

  async planOf({ naam, sql, parameters }: Ran): Promise<Plan> {
    const carriedOut = /^\s*(SELECT|WITH)\b/i.test(sql) ? "ANALYZE, TIMING OFF, " : "";
    const [row] = await this.#query(naam, `EXPLAIN (${carriedOut}FORMAT JSON) ${sql}`, parameters);
    const scans = nodesOf(row["QUERY PLAN"][0].Plan).filter((node) => node["Relation Name"] !== undefined);
    const largeTables = await this.#largeTablesOf(naam);
    return {
      readWhole: scans
        .filter((node) => node["Node Type"] === "Seq Scan" && largeTables.has(String(node["Relation Name"])))
        .map((node) => String(node["Relation Name"])),
      rows: scans.reduce((sum, node) => sum + lookedAt(node), 0),
    };
  }

  async #largeTablesOf(naam: string): Promise<ReadonlySet<string>> {
    const known = this.#largeTables.get(naam);
    if (known) return known;
    const rows = await this.#query(
      naam,
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > $1",
      [large],
    );
    const tables = new Set(rows.map(({ relname }) => String(relname)));
    this.#largeTables.set(naam, tables);
    return tables;
  }

  // biome-ignore lint/suspicious/noExplicitAny: what comes is as the SQL says.
  async #query(naam: string, sql: string, parameters: readonly unknown[]): Promise<readonly any[]> {
    const rows = await this.#dataSources.get(naam)?.query(sql, [...parameters]);
    this.#ran = this.#ran.filter((one) => one.sql !== sql);
    return rows;
  }
}

// Private.
type Node = Readonly<Record<string, unknown>>;

function nodesOf(node: Node): readonly Node[] {
  const below = (node["Plans"] ?? []) as readonly Node[];
  return [node, ...below.flatMap(nodesOf)];
}

function lookedAt(node: Node): number {
  const each = ["Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck"];
  return each.reduce((sum, name) => sum + Number(node[name] ?? 0), 0) * Number(node["Actual Loops"] ?? 0);
}
