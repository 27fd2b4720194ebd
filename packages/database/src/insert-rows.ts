import type { DataSource } from "typeorm";

/** A row by column name. */
export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Rows by table, in the order in which they must be inserted. */
export type Tabellen = Readonly<Record<string, readonly Row[]>>;

const rowsPerStatement = 1000;

/** Inserts rows of many tables in one transaction: all of them, or none. Reports how many rows went in after each statement. */
export async function insertRows(
  dataSource: DataSource,
  tabellen: Tabellen,
  onProgress: (rows: number) => void = () => {},
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    for (const [tabel, rows] of Object.entries(tabellen)) {
      const naam = dataSource.driver.escape(tabel);
      for (let start = 0; start < rows.length; start += rowsPerStatement) {
        const chunk = rows.slice(start, start + rowsPerStatement);
        // PostgreSQL itself turns the JSON into the types of the table: one statement and one parameter, whatever the columns.
        await manager.query(
          `INSERT INTO ${naam} SELECT * FROM json_populate_recordset(NULL::${naam}, $1::json)`,
          [JSON.stringify(chunk)],
        );
        onProgress(chunk.length);
      }
    }
  });
}
