import type { Gemeentecode } from "./gemeenten.ts";
import { ketenId } from "./keten-id.ts";
import { oudewetters } from "./oudewetters.ts";

/** Someone in the example population whom tests and documentation may call by name. */
export interface BekendePersoon {
  readonly id: string;
  readonly gemeente: Gemeentecode;
  readonly omschrijving: string;
}

/** Numbers of the people described here, and of the others in the gezin with children. */
export const bekendeNummers = {
  asielstatushouderB1: 1,
  jongereOnderwijsroute: 2,
  analfabeetZRoute: 3,
  gezinsmigrant: 4,
  alleenGemeente: 5,
  beeindigdeRelatie: 6,
  inOntzorgen: 7,
  gezinMetKinderen: 8,
  partnerInGezin: 9,
  kindInGezin: 10,
  tweedeKindInGezin: 11,
  inAssen: 12,
  inTynaarlo: 13,
  metVrijwilliger: 14,
  oudewetter: oudewetters.find(({ isNogPlichtig }) => isNogPlichtig)?.volgnummer ?? 0,
} as const;

/** People with fixed ids and fixed facts, whatever day it is. */
export const bekendePersonen = {
  asielstatushouderB1: bekend(
    "asielstatushouderB1",
    "GM1680",
    "Asielstatushouder in Aa en Hunze op de B1-route: ondertekend PIP met een doel en een taak op elk leefgebied, " +
      "lopende bijstand, re-integratie, begeleiding met notitie, pvt (nog niet ondertekend) en taalcursus; " +
      "zes lopende ketenrelaties, met wpda-werkcoach-1, vwn-begeleider-1 en roc-trajectbegeleider-1.",
  ),
  jongereOnderwijsroute: bekend(
    "jongereOnderwijsroute",
    "GM1680",
    "Asielstatushouder van negentien in Aa en Hunze, op de onderwijsroute in een taalschakeltraject.",
  ),
  analfabeetZRoute: bekend(
    "analfabeetZRoute",
    "GM1680",
    "Asielstatushouder in Aa en Hunze op de zelfredzaamheidsroute, die eerst leert lezen en schrijven, met schuldhulp.",
  ),
  gezinsmigrant: bekend(
    "gezinsmigrant",
    "GM1680",
    "Gezinsmigrant in Aa en Hunze, zonder uitkering en zonder begeleiding, met een taalcursus bij het ROC.",
  ),
  oudewetter: bekend(
    "oudewetter",
    "GM1680",
    "Oudewetter in Aa en Hunze die na verlengingen nog inburgeringsplichtig is, met een eigen PIP en lopende ketenrelaties.",
  ),
  alleenGemeente: bekend(
    "alleenGemeente",
    "GM1680",
    "Nieuwkomer in Aa en Hunze die alleen de gemeente kent: een PIP in voorbereiding, geen ketenrelatie, geen dossier elders.",
  ),
  inAssen: bekend(
    "inAssen",
    "GM0106",
    "Asielstatushouder in Assen, verder als asielstatushouderB1 en met dezelfde medewerkers van de partners.",
  ),
  inTynaarlo: bekend(
    "inTynaarlo",
    "GM1730",
    "Asielstatushouder in Tynaarlo, verder als asielstatushouderB1, met wpda-werkcoach-2, vwn-begeleider-2 en roc-trajectbegeleider-2.",
  ),
  gezinMetKinderen: bekend(
    "gezinMetKinderen",
    "GM1680",
    "Ouder in Aa en Hunze, met een partner en twee kinderen jonger dan zestien.",
  ),
  beeindigdeRelatie: bekend(
    "beeindigdeRelatie",
    "GM1680",
    "Asielstatushouder in Aa en Hunze van wie de ketenrelaties met wpda op 30 juni van het vorige jaar eindigden.",
  ),
  metVrijwilliger: bekend(
    "metVrijwilliger",
    "GM1680",
    "Asielstatushouder in Aa en Hunze, verder als asielstatushouderB1, met een taak van Humanitas op financiën; gaf Humanitas zelf " +
      "toestemming voor telefoon en e-mail, en trok de toestemming voor de contacttaal via de regievoerder in.",
  ),
  inOntzorgen: bekend(
    "inOntzorgen",
    "GM1680",
    "Asielstatushouder in Aa en Hunze, sinds twee maanden in de bijstand en in ontzorgen.",
  ),
} as const satisfies Record<string, BekendePersoon>;

// Private.
function bekend(
  naam: keyof typeof bekendeNummers,
  gemeente: Gemeentecode,
  omschrijving: string,
): BekendePersoon {
  return { id: ketenId(bekendeNummers[naam]), gemeente, omschrijving };
}
