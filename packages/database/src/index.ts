export { OnbruikbareDatamap } from "./embedded-postgres.ts";
export { insertRows, type Row, type Tabellen } from "./insert-rows.ts";
export { isUnreachable } from "./is-unreachable.ts";
export { DatamapInGebruik } from "./lock-directory.ts";
export { type Database, type DatabaseContent, type DatabasePlace, openDatabase } from "./open-database.ts";
