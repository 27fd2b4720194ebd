import { manyByKey, oneByKey } from "@ketenhub/subgraph";
import type { DataSource } from "typeorm";
import { Inschrijving } from "./inschrijving/inschrijving.ts";
import { lesurenByInschrijving } from "./lesaanwezigheid/lesuren.ts";
import { Taalniveaumeting } from "./voortgang/taalniveaumeting.ts";

/** The loaders of one request: each fetches for everybody at once. */
export function createLoaders(dataSource: DataSource) {
  return {
    inschrijving: oneByKey(dataSource, Inschrijving, "id"),
    inschrijvingen: manyByKey(dataSource, Inschrijving, "nieuwkomerId", { startdatum: "DESC", id: "ASC" }),
    lesuren: lesurenByInschrijving(dataSource),
    taalniveaus: manyByKey(dataSource, Taalniveaumeting, "inschrijvingId", {
      datum: "DESC",
      vaardigheid: "ASC",
      id: "ASC",
    }),
  };
}

/** What `createLoaders` makes. */
export type RocLoaders = ReturnType<typeof createLoaders>;
