import type { Taalniveau } from "./gemeente.ts";

/** See enum InschrijvingSoort in the SDL. */
export type InschrijvingSoort = "ONDERWIJSROUTE" | "TAALSCHAKELTRAJECT" | "TAALCURSUS_B1" | "CURSUS_Z_ROUTE";
/** See enum Aanwezigheid in the SDL. */
type Aanwezigheid = "AANWEZIG" | "GEOORLOOFD_VERZUIM" | "ONGEOORLOOFD_VERZUIM";
/** See enum Taalvaardigheid in the SDL. */
type Taalvaardigheid = "LE" | "LU" | "SC" | "SP";

/** The rows of the ROC, by table; the tables stand in the order in which they can be filled. */
export type RocRijen = {
  inschrijving: {
    id: string;
    nieuwkomer_id: string;
    gemeente: string;
    soort: InschrijvingSoort;
    opleiding: string;
    trajectbegeleider_id: string | null;
    startdatum: string;
    einddatum: string | null;
  };
  les: {
    id: string;
    inschrijving_id: string;
    nieuwkomer_id: string;
    datum: string;
    uren: number;
    aanwezigheid: Aanwezigheid;
  };
  taalniveaumeting: {
    id: string;
    inschrijving_id: string;
    nieuwkomer_id: string;
    vaardigheid: Taalvaardigheid;
    niveau: Taalniveau;
    datum: string;
  };
};
