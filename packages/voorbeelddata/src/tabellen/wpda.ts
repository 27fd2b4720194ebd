import type { Geslacht } from "./gemeente.ts";

/** See enum UitkeringSoort in the SDL. */
export type UitkeringSoort = "PARTICIPATIEWET" | "IOAW" | "IOAZ" | "BIJZONDERE_BIJSTAND" | "BBZ";
/** See enum ReintegratieSoort in the SDL. */
export type ReintegratieSoort =
  | "WERKERVARINGSPLEK"
  | "STAGE"
  | "PROEFPLAATSING"
  | "TAALCOACH_OP_DE_WERKVLOER"
  | "PARTICIPATIEPLAATS"
  | "SCHOLING"
  | "LOONKOSTENSUBSIDIE";
/** See enum VasteLastSoort in the SDL. */
type VasteLastSoort = "HUUR" | "GAS_WATER_STROOM" | "ZORGVERZEKERING";

/** The rows of WPDA, by table; the tables stand in the order in which they can be filled. */
export type WpdaRijen = {
  klantdossier: {
    id: string;
    nieuwkomer_id: string;
    gemeente: string;
    begindatum: string;
    einddatum: string | null;
    klantmanager_id: string | null;
    werkcoach_id: string | null;
    participatiecoach_id: string | null;
    geboortedatum: string | null;
    geslacht: Geslacht;
    nationaliteit: string | null;
  };
  uitkering: {
    id: string;
    klantdossier_id: string;
    nieuwkomer_id: string;
    soort: UitkeringSoort;
    ingangsdatum: string;
    einddatum: string | null;
    bedrag_in_centen: number;
  };
  reintegratievoorziening: {
    id: string;
    klantdossier_id: string;
    nieuwkomer_id: string;
    soort: ReintegratieSoort;
    datum_start: string;
    datum_verwacht_einde: string | null;
    datum_einde: string | null;
    uren_per_week: number;
    versie: number;
  };
  ontzorgen: { id: string; nieuwkomer_id: string; begindatum: string; einddatum: string };
  vaste_last: {
    id: string;
    ontzorgen_id: string;
    nieuwkomer_id: string;
    soort: VasteLastSoort;
    bedrag_in_centen: number;
  };
};
