import { manyByKey, oneByKey } from "@ketenhub/subgraph";
import type { DataSource } from "typeorm";
import { Begeleiding } from "./begeleiding/begeleiding.ts";
import { Pvt } from "./pvt/pvt.ts";
import { PvtBijeenkomst } from "./pvt/pvt-bijeenkomst.ts";

/** The loaders of one request: each fetches for everybody at once. */
export function createLoaders(dataSource: DataSource) {
  return {
    begeleidingen: manyByKey(dataSource, Begeleiding, "nieuwkomerId", { startdatum: "DESC", id: "ASC" }),
    pvt: oneByKey(dataSource, Pvt, "id"),
    pvtOfBegeleiding: oneByKey(dataSource, Pvt, "begeleidingId"),
    bijeenkomsten: manyByKey(dataSource, PvtBijeenkomst, "pvtId", { datum: "DESC", id: "ASC" }),
  };
}

/** What `createLoaders` makes. */
export type VluchtelingenwerkLoaders = ReturnType<typeof createLoaders>;
