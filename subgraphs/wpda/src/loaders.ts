import { manyByKey, oneByKey } from "@ketenhub/subgraph";
import type { DataSource } from "typeorm";
import { Ontzorgen } from "./ontzorgen/ontzorgen.ts";
import { VasteLast } from "./ontzorgen/vaste-last.ts";
import { Reintegratievoorziening } from "./reintegratie/reintegratievoorziening.ts";
import { Uitkering } from "./uitkering/uitkering.ts";

/** The loaders of one request: each fetches for everybody at once. */
export function createLoaders(dataSource: DataSource) {
  return {
    uitkeringen: manyByKey(dataSource, Uitkering, "nieuwkomerId", { ingangsdatum: "DESC", id: "ASC" }),
    reintegratievoorzieningen: manyByKey(dataSource, Reintegratievoorziening, "nieuwkomerId", {
      datumStart: "DESC",
      id: "ASC",
    }),
    ontzorgen: oneByKey(dataSource, Ontzorgen, "nieuwkomerId"),
    vasteLasten: manyByKey(dataSource, VasteLast, "ontzorgenId", { soort: "ASC", id: "ASC" }),
  };
}

/** What `createLoaders` makes. */
export type WpdaLoaders = ReturnType<typeof createLoaders>;
