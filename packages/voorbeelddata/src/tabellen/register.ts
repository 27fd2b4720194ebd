import type { GemeenteRijen } from "./gemeente.ts";
import type { RocRijen } from "./roc.ts";
import type { VluchtelingenwerkRijen } from "./vluchtelingenwerk.ts";
import type { WpdaRijen } from "./wpda.ts";

/** A row as it goes into the database: its keys are the names of the columns. */
export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Rows by table, in an order in which every row comes after the rows it points to. */
export type Tabellen = Readonly<Record<string, readonly Row[]>>;

/** The rows of a population, by the partner who keeps them. Each of the four is also a plain `Tabellen`. */
export interface Voorbeeldbevolking {
  readonly gemeente: TabellenVan<GemeenteRijen>;
  readonly wpda: TabellenVan<WpdaRijen>;
  readonly vluchtelingenwerk: TabellenVan<VluchtelingenwerkRijen>;
  readonly roc: TabellenVan<RocRijen>;
}

type TabellenVan<Rijen> = { readonly [Tabel in keyof Rijen]: readonly Readonly<Rijen[Tabel]>[] };

/** A population while it is being written. */
export interface Register {
  readonly gemeente: OpenTabellen<GemeenteRijen>;
  readonly wpda: OpenTabellen<WpdaRijen>;
  readonly vluchtelingenwerk: OpenTabellen<VluchtelingenwerkRijen>;
  readonly roc: OpenTabellen<RocRijen>;
}

type OpenTabellen<Rijen> = { readonly [Tabel in keyof Rijen]: Rijen[Tabel][] };

/** A population of nobody, to write in. */
export function createRegister(): Register {
  return {
    gemeente: {
      gezin: [],
      nieuwkomer: [],
      ketenrelatie: [],
      inburgeringsplicht: [],
      inburgeringstermijn: [],
      verlenging: [],
      ontheffing: [],
      examenresultaat: [],
      pip: [],
      doel: [],
      taak: [],
      toestemming: [],
    },
    wpda: { klantdossier: [], uitkering: [], reintegratievoorziening: [], ontzorgen: [], vaste_last: [] },
    vluchtelingenwerk: { begeleiding: [], pvt: [], pvt_bijeenkomst: [] },
    roc: { inschrijving: [], les: [], taalniveaumeting: [] },
  };
}
