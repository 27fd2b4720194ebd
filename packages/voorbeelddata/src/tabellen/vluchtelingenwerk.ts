/** See enum Begeleidingsonderwerp in the SDL. */
export type Begeleidingsonderwerp =
  | "WONEN"
  | "ZORG"
  | "WERK"
  | "INKOMEN"
  | "VERZEKERINGEN"
  | "ONDERWIJS"
  | "LEEFOMGEVING"
  | "OPVOEDING";

/** The rows of VluchtelingenWerk, by table; the tables stand in the order in which they can be filled. */
export type VluchtelingenwerkRijen = {
  begeleiding: {
    id: string;
    nieuwkomer_id: string;
    gemeente: string;
    begeleider_id: string;
    startdatum: string;
    einddatum: string | null;
    onderwerpen: readonly Begeleidingsonderwerp[];
    notitie: string | null;
  };
  pvt: {
    id: string;
    begeleiding_id: string;
    nieuwkomer_id: string;
    startdatum: string;
    datum_ondertekening: string | null;
  };
  pvt_bijeenkomst: {
    id: string;
    pvt_id: string;
    nieuwkomer_id: string;
    datum: string;
    uren: number;
    aanwezig: boolean;
  };
};
