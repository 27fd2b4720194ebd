import type { Leefgebied } from "./tabellen/gemeente.ts";

type Teksten = readonly [string, ...string[]];

/** Doelen by leefgebied. Only those of ZORG speak of health, so a search for them finds every leak of it. */
export const doelteksten: Record<Leefgebied, Teksten> = {
  FINANCIEN: [
    "De administratie is op orde en de post wordt elke week geopend.",
    "Er is een overzicht van inkomsten en uitgaven per maand.",
    "De toeslagen zijn aangevraagd en kloppen met het inkomen.",
    "De vaste lasten worden zelf en op tijd betaald.",
  ],
  ZORG: [
    "Afspraak met de huisarts over slaapproblemen.",
    "Weet de weg naar de huisarts, de tandarts en de apotheek.",
    "Gesprek met de praktijkondersteuner over spanning en vermoeidheid.",
    "Fysiotherapie voor rugklachten is begonnen.",
    "Heeft een plan met de psycholoog voor de verwerking van trauma.",
  ],
  SAMENLEVING: [
    "Volgt de lessen van de afgesproken leerroute.",
    "Kan zelf een gesprek voeren op school van de kinderen of bij de gemeente.",
    "Kan formulieren en brieven in eenvoudig Nederlands begrijpen.",
    "Oefent elke week Nederlands buiten de les.",
  ],
  WERK: [
    "Heeft een werkervaringsplek die past bij eerder werk.",
    "Heeft een cv en een profiel op de banenmarkt.",
    "Loopt stage bij een bedrijf in de regio.",
    "Weet welke opleiding nodig is voor het gewenste beroep.",
  ],
  ONTMOETEN: [
    "Doet mee aan een vaste activiteit in het dorp.",
    "Heeft een maatje om Nederlands mee te spreken.",
    "Is lid van een sportvereniging.",
    "Kent de buren en weet waar het buurthuis is.",
  ],
};

/** Taken by partij: what a partij does in a PIP. Only those of the sociaal team speak of health. */
export const taakteksten = {
  gemeente: [
    "De regievoerder bespreekt dit doel in elk voortgangsgesprek.",
    "De regievoerder regelt een plek en meldt aan.",
  ],
  wpda: [
    "De werkcoach zoekt een werkervaringsplek en gaat mee naar het eerste gesprek.",
    "De werkcoach stemt de werktijden af op het lesrooster.",
  ],
  vluchtelingenwerk: [
    "De begeleider gaat de eerste keer mee naar de activiteit.",
    "De begeleider koppelt een taalmaatje.",
  ],
  roc: ["De trajectbegeleider stelt een lesplan op.", "De docent meet elk half jaar het taalniveau."],
  "sociaal-team": [
    "Het sociaal team helpt bij de aanmelding bij de huisarts en de tandarts.",
    "Het sociaal team gaat mee naar het gesprek over de slaapproblemen.",
    "Het sociaal team regelt een tolk bij de psycholoog.",
  ],
  humanitas: ["Een vrijwilliger helpt thuis met de administratie.", "Een vrijwilliger oefent budgetteren."],
  gkb: [
    "De schuldhulpverlener treft regelingen met schuldeisers.",
    "De schuldhulpverlener maakt een budgetplan.",
  ],
} as const satisfies Record<string, Teksten>;

/** A partij that can have a taak in the example data. */
export type Taakpartij = keyof typeof taakteksten;

/** What a partij writes with a melding of voortgang: nothing about health, as the SDL asks. */
export const voortgangsteksten: Teksten = [
  "De eerste stap is gezet, de volgende afspraak staat.",
  "Het gaat langzamer dan gedacht, maar het gaat vooruit.",
  "We wachten op antwoord van een andere partij.",
  "Goed gesprek gehad, afspraken zijn nagekomen.",
];

/** What a begeleider writes for himself. */
export const begeleidingsteksten: Teksten = [
  "Komt op afspraken en belt af als het niet lukt.",
  "Wil graag verhuizen naar een dorp met een winkel.",
  "Maakt zich zorgen over familie in het land van herkomst.",
  "Heeft hulp nodig bij brieven van de woningcorporatie.",
];
