import DataLoader from "dataloader";
import {
  type DataSource,
  type FindOptionsOrder,
  type FindOptionsWhere,
  In,
  type ObjectLiteral,
} from "typeorm";
import { groupBy } from "./group-by.ts";

/** All rows of each key. One statement, however many keys; rows of one key in the given order. */
export function manyByKey<T extends ObjectLiteral>(
  dataSource: DataSource,
  entity: new () => T,
  key: keyof T & string,
  order: FindOptionsOrder<T>,
): DataLoader<string, readonly T[]> {
  return new DataLoader(async (keys: readonly string[]) => {
    const where = { [key]: In([...keys]) } as FindOptionsWhere<T>;
    const groups = groupBy(
      await dataSource.getRepository(entity).find({ where, order }),
      (row) => row[key] as string,
    );
    // DataLoader wants one answer for each key, in the order of the keys.
    return keys.map((one) => groups.get(one) ?? []);
  });
}

/** The one row of each key, or nothing. One statement, however many keys. */
export function oneByKey<T extends ObjectLiteral>(
  dataSource: DataSource,
  entity: new () => T,
  key: keyof T & string,
): DataLoader<string, T | undefined> {
  return new DataLoader(async (keys: readonly string[]) => {
    const where = { [key]: In([...keys]) } as FindOptionsWhere<T>;
    const rows = await dataSource.getRepository(entity).find({ where });
    const found = new Map(rows.map((row) => [row[key] as string, row]));
    return keys.map((one) => found.get(one));
  });
}
