import { createServer, type Socket } from "node:net";
import { insertRows, type Tabellen } from "@ketenhub/database";
import type { RunningSubgraph } from "@ketenhub/subgraph";
import type { Population } from "./leaks/population.ts";

/** Rows by bronhouder and by table. */
export type RowsByBronhouder = Readonly<Record<string, Tabellen>>;

/** What a test may ask of the databases of the hub. */
export type DoorQuestion =
  | { readonly kind: "read" }
  | { readonly kind: "insert" | "remove"; readonly rows: RowsByBronhouder };

/** A way in to the databases of a hub that runs in another process. */
export interface DatabaseDoor {
  readonly port: number;
  /** Every row that was ever put in through it, by table, whether or not it was taken out again. */
  readonly inserted: () => Population;
  close(): void;
}

/**
 * Opens the databases of the hub to the tests, which run in a process of their own. Not over HTTP: what goes through here is no
 * answer of the hub, and is not kept among them.
 */
export async function openDatabaseDoor(subgraphs: readonly RunningSubgraph[]): Promise<DatabaseDoor> {
  const inserted: Record<string, Tabellen[string][number][]> = {};
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    answer(socket, subgraphs, inserted).catch((error: unknown) =>
      socket.end(JSON.stringify({ error: String(error) })),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The door to the databases has no port.");
  return { port: address.port, inserted: () => inserted, close: () => server.close() };
}

// Private.
async function answer(
  socket: Socket,
  subgraphs: readonly RunningSubgraph[],
  inserted: Record<string, Tabellen[string][number][]>,
): Promise<void> {
  const chunks: Buffer[] = [];
  // Without this the socket is gone once the question has been read.
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) chunks.push(chunk);
  const question: DoorQuestion = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  if (question.kind === "read") {
    socket.end(JSON.stringify({ rows: await readAll(subgraphs) }));
    return;
  }
  for (const { naam, dataSource } of subgraphs) {
    const rows = question.rows[naam] ?? {};
    if (question.kind === "remove") {
      await removeRows(dataSource, rows);
      continue;
    }
    await insertRows(dataSource, rows);
    for (const [table, added] of Object.entries(rows))
      inserted[table] = [...(inserted[table] ?? []), ...added];
  }
  socket.end(JSON.stringify({ rows: {} }));
}

async function readAll(subgraphs: readonly RunningSubgraph[]): Promise<RowsByBronhouder> {
  const all: Record<string, Tabellen> = {};
  for (const { naam, dataSource } of subgraphs) {
    const tables: Record<string, Tabellen[string]> = {};
    for (const { tableName } of dataSource.entityMetadatas) {
      const found = await dataSource.query(
        `SELECT to_json(one) AS row FROM ${dataSource.driver.escape(tableName)} one`,
      );
      tables[tableName] = found.map(({ row }: { row: Tabellen[string][number] }) => row);
    }
    all[naam] = tables;
  }
  return all;
}

/** By the first key, the last table first: a row goes before the row it points to. */
async function removeRows(dataSource: RunningSubgraph["dataSource"], tabellen: Tabellen): Promise<void> {
  for (const [table, rows] of Object.entries(tabellen).reverse()) {
    const key = rows.some((row) => "id" in row) ? "id" : "nieuwkomer_id";
    const ids = rows.map((row) => row[key]);
    await dataSource.query(`DELETE FROM ${dataSource.driver.escape(table)} WHERE ${key} = ANY($1::uuid[])`, [
      ids,
    ]);
  }
}
