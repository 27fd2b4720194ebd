/** The two laws under which people take part: see enum Regime in the SDL. */
export type Regime = "WI2013" | "WI2021";
/** See enum Doelgroep in the SDL. */
export type Doelgroep = "ASIELSTATUSHOUDER" | "GEZINSMIGRANT_EN_OVERIGE_MIGRANT";
/** See enum GedetailleerdeDoelgroep in the SDL. */
export type GedetailleerdeDoelgroep =
  | "ASIELSTATUSHOUDER"
  | "GEESTELIJK_BEDIENAAR"
  | "GEZINSHERENIGER"
  | "GEZINSHERENIGER_MET_ASIELSTATUSHOUDER"
  | "GEZINSVORMER"
  | "GEZINSVORMER_MET_ASIELSTATUSHOUDER"
  | "OVERIG";
/** See enum Geslacht in the SDL. */
export type Geslacht = "M" | "V" | "O";
/** See enum Gezinsrol in the SDL. */
export type Gezinsrol = "OUDER" | "PARTNER" | "KIND";
/** See enum RedenGeenInburgeringsplicht in the SDL. */
export type RedenGeenPlicht =
  | "INBURGERINGSPLICHT_VOLDAAN"
  | "VOLLEDIGE_ONTHEFFING"
  | "VOLLEDIGE_VRIJSTELLING"
  | "VERBLIJFSDOEL_GEWIJZIGD"
  | "VERTREK_UIT_NEDERLAND_LANGER_DAN_EEN_JAAR";
/** See enum BeoordelingVerlenging in the SDL. */
export type BeoordelingVerlenging = "TOEGEKEND" | "AFGEWEZEN" | "IN_BEHANDELING";
/** See enum Verlengingsgrond in the SDL. */
export type Verlengingsgrond = "LANGER_VERBLIJF_AZC" | "ALFABETISERING" | "BIJZONDERE_OMSTANDIGHEDEN";
/** See enum Ontheffingsgrond in the SDL. */
export type Ontheffingsgrond = "MED" | "BIO" | "AGI";
/** See enum Examenonderdeel in the SDL. */
export type Examenonderdeel = "KNM" | "LE" | "LU" | "SC" | "SP" | "ONA";
/** See enum Taalniveau in the SDL. */
export type Taalniveau = "A1" | "A2" | "B1" | "B2";
/** See enum Examenuitslag in the SDL. */
export type Examenuitslag = "GESLAAGD" | "GEZAKT" | "GEEN";
/** See enum PipStatus in the SDL. */
export type PipStatus = "CONCEPT" | "VASTGESTELD" | "ONDERTEKEND";
/** See enum LeerrouteType in the SDL. */
export type LeerrouteType = "B1_ROUTE" | "ONDERWIJSROUTE" | "Z_ROUTE";
/** See enum Alfabetisering in the SDL. */
export type Alfabetisering = "A" | "AA" | "NVT";
/** See enum Leefgebied in the SDL. */
export type Leefgebied = "FINANCIEN" | "ZORG" | "SAMENLEVING" | "WERK" | "ONTMOETEN";
/** See enum DoelStatus in the SDL. */
export type DoelStatus = "OPEN" | "BEZIG" | "BEREIKT" | "VERVALLEN";
/** See enum TaakStatus in the SDL. */
export type TaakStatus = "OPEN" | "BEZIG" | "GEREED" | "VASTGELOPEN";
/** See enum ToestemmingVastlegger in the SDL. */
export type ToestemmingVastlegger = "NIEUWKOMER" | "REGIEVOERDER";
/** See enum ToestemmingWijze in the SDL. */
type ToestemmingWijze = "MONDELING" | "SCHRIFTELIJK";

/** The rows of the gemeente, by table; the tables stand in the order in which they can be filled. */
export type GemeenteRijen = {
  gezin: { id: string };
  nieuwkomer: {
    id: string;
    bsn: string | null;
    v_nummer: string | null;
    voornamen: string | null;
    voorvoegsel: string | null;
    geslachtsnaam: string | null;
    straat: string | null;
    huisnummer: string | null;
    postcode: string | null;
    woonplaats: string | null;
    gemeente: string;
    geboortedatum: string | null;
    geslacht: Geslacht;
    nationaliteit: string | null;
    telefoonnummer: string | null;
    emailadres: string | null;
    contacttaal: string | null;
    regime: Regime;
    doelgroep: Doelgroep;
    gedetailleerde_doelgroep: GedetailleerdeDoelgroep;
    gezin_id: string | null;
    gezinsrol: Gezinsrol | null;
    regievoerder_id: string | null;
    regievoerder: string | null;
  };
  ketenrelatie: {
    id: string;
    nieuwkomer_id: string;
    partij: string;
    doel: string;
    medewerker_id: string | null;
    contactpersoon: string | null;
    begindatum: string;
    einddatum: string | null;
    beeindigd_op: string | null;
    versie: number;
  };
  inburgeringsplicht: {
    nieuwkomer_id: string;
    begindatum: string;
    einddatum: string | null;
    datum_kennisgeving: string | null;
    reden_geen: RedenGeenPlicht | null;
  };
  inburgeringstermijn: { nieuwkomer_id: string; startdatum: string; einddatum: string };
  verlenging: {
    id: string;
    nieuwkomer_id: string;
    beoordeling_aanvraag: BeoordelingVerlenging;
    datum_beoordeling: string;
    verlenging_in_weken: number;
    verlengingsgrond: Verlengingsgrond;
  };
  ontheffing: {
    id: string;
    nieuwkomer_id: string;
    datum_oordeel: string;
    examenonderdeel: Examenonderdeel | null;
    grond: Ontheffingsgrond;
  };
  examenresultaat: {
    id: string;
    nieuwkomer_id: string;
    onderdeel: Examenonderdeel;
    niveau: Taalniveau | null;
    resultaat: Examenuitslag;
    examendatum: string;
  };
  pip: {
    id: string;
    nieuwkomer_id: string;
    dagtekening_initiele_pip: string | null;
    dagtekening_pip: string | null;
    status: PipStatus;
    ondertekend_op: string | null;
    leerroute_type: LeerrouteType | null;
    niveau: Taalniveau | null;
    intensiteit_b1_route: number | null;
    alfabetisering: Alfabetisering | null;
  };
  doel: {
    id: string;
    pip_id: string;
    nieuwkomer_id: string;
    leefgebied: Leefgebied;
    omschrijving: string;
    status: DoelStatus;
    streefdatum: string | null;
  };
  taak: {
    id: string;
    pip_id: string;
    nieuwkomer_id: string;
    partij: string;
    leefgebied: Leefgebied;
    omschrijving: string;
    status: TaakStatus;
    laatste_melding: string | null;
    voortgangsnotitie: string | null;
    versie: number;
  };
  toestemming: {
    id: string;
    nieuwkomer_id: string;
    partij: string;
    gegeven: string;
    gegeven_op: string;
    vastgelegd_door: ToestemmingVastlegger;
    vastgelegd_door_id: string | null;
    wijze: ToestemmingWijze | null;
    ingetrokken_op: string | null;
    ingetrokken_door: ToestemmingVastlegger | null;
    ingetrokken_door_id: string | null;
    ingetrokken_wijze: ToestemmingWijze | null;
    versie: number;
  };
};
