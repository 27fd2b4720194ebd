import { manyByKey, oneByKey, type Vraag } from "@ketenhub/subgraph";
import type { DataSource } from "typeorm";
import { Examenresultaat } from "./inburgering/examenresultaat.ts";
import { Inburgeringsplicht } from "./inburgering/inburgeringsplicht.ts";
import { Inburgeringstermijn } from "./inburgering/inburgeringstermijn.ts";
import { Ontheffing } from "./inburgering/ontheffing.ts";
import { Verlenging } from "./inburgering/verlenging.ts";
import { Ketenrelatie } from "./ketenrelatie/ketenrelatie.ts";
import { Nieuwkomer } from "./nieuwkomer/nieuwkomer.ts";
import { Doel } from "./pip/doel.ts";
import { Pip } from "./pip/pip.ts";
import { wieZietWatLoader } from "./rechten/wie-ziet-wat-loader.ts";
import { Taak } from "./taak/taak.ts";
import { Toestemming } from "./toestemming/toestemming.ts";

/** The loaders of one request: each fetches for everybody at once. */
export function createLoaders(dataSource: DataSource, vraag: Vraag) {
  return {
    nieuwkomer: oneByKey(dataSource, Nieuwkomer, "id"),
    gezinsleden: manyByKey(dataSource, Nieuwkomer, "gezinId", { geboortedatum: "ASC", id: "ASC" }),
    ketenrelaties: manyByKey(dataSource, Ketenrelatie, "nieuwkomerId", { begindatum: "ASC", id: "ASC" }),
    plicht: oneByKey(dataSource, Inburgeringsplicht, "nieuwkomerId"),
    termijn: oneByKey(dataSource, Inburgeringstermijn, "nieuwkomerId"),
    verlengingen: manyByKey(dataSource, Verlenging, "nieuwkomerId", { datumBeoordeling: "DESC", id: "ASC" }),
    ontheffingen: manyByKey(dataSource, Ontheffing, "nieuwkomerId", { datumOordeel: "DESC", id: "ASC" }),
    examens: manyByKey(dataSource, Examenresultaat, "nieuwkomerId", { examendatum: "DESC", id: "ASC" }),
    pip: oneByKey(dataSource, Pip, "nieuwkomerId"),
    doelen: manyByKey(dataSource, Doel, "pipId", { leefgebied: "ASC", streefdatum: "ASC", id: "ASC" }),
    taken: manyByKey(dataSource, Taak, "pipId", { leefgebied: "ASC", partij: "ASC", id: "ASC" }),
    wieZietWat: wieZietWatLoader(vraag),
    toestemmingen: manyByKey(dataSource, Toestemming, "nieuwkomerId", { gegevenOp: "DESC", id: "ASC" }),
  };
}

/** What `createLoaders` makes. */
export type GemeenteLoaders = ReturnType<typeof createLoaders>;
