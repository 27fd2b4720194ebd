import type { Telemetry } from "@ketenhub/telemetry";
import type { AfterQueryEvent, DataSource } from "typeorm";

/** The pool of the library that speaks with PostgreSQL, as far as it is counted. */
interface CountedPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** Lets telemetry see how many connections are in use and, when it follows them, which statements run. Never their text or values. */
export function tellOfDatabase(telemetry: Telemetry, dataSource: DataSource): void {
  const { master } = dataSource.driver as unknown as { readonly master: CountedPool };
  telemetry.pool(() => ({ total: master.totalCount, idle: master.idleCount, waiting: master.waitingCount }));
  if (!telemetry.followsStatements) return;
  const tables = dataSource.entityMetadatas.map(({ tableName }) => tableName).join("|");
  // Only a table of this subgraph is ever named; a text in a statement that looks like one is none.
  const table = new RegExp(`\\b(?:FROM|INTO|UPDATE)\\s+"?(${tables})\\b`, "i");
  dataSource.subscribers.push({
    afterQuery({ query, executionTime = 0, success }: AfterQueryEvent) {
      const operation = /^\s*([A-Za-z]+)/.exec(query)?.[1]?.toUpperCase() ?? "";
      const name = table.exec(query)?.[1]?.toLowerCase();
      telemetry.statement({ operation, table: name, milliseconds: executionTime, failed: !success });
    },
  });
}
