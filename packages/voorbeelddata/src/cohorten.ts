import { type Dag, dag } from "./dagen.ts";
import type { Taalniveau } from "./tabellen/gemeente.ts";

// The oudewetters of Aa en Hunze, chosen so that a count on 1 January 2020 in the manner of DUO gives what
// paragraph 3.2.1 of the notitie prints: per half year in which the plicht began, a cell of one to nine people
// is shown as * and counts as one. So 143 people are "in ieder geval 108". `oudewetters.test.ts` counts them.

/** A half year in the spelling of DUO. */
export type Halfjaar = `${number}-${1 | 2}`;

/** When the termijn of someone who is still plichtig on 1 January 2020 ends. */
export type EindeTermijn = "VERSTREKEN" | "2020-1" | "2020-2" | "LATER";

/** People whose plicht began in the same half year and who stood the same on 1 January 2020. */
export interface Cohortgroep {
  readonly begin: Halfjaar;
  readonly aantal: number;
  /** How many of them had got a verlenging by then. */
  readonly verlengd: number;
  readonly stand:
    | { readonly soort: "VOLDAAN"; readonly niveau: Taalniveau }
    | { readonly soort: "ONTHEVEN" }
    | { readonly soort: "VRIJGESTELD" }
    | { readonly soort: "PLICHTIG"; readonly termijn: EindeTermijn };
  /** How many of those still plichtig had already passed a part of the exam at A2. */
  readonly deelexamen?: number;
  /** How many of those still plichtig are so today. */
  readonly nogSteeds?: number;
}

const A2 = { soort: "VOLDAAN", niveau: "A2" } as const;
const B1 = { soort: "VOLDAAN", niveau: "B1" } as const;
const B2 = { soort: "VOLDAAN", niveau: "B2" } as const;
const ontheven = { soort: "ONTHEVEN" } as const;
const vrijgesteld = { soort: "VRIJGESTELD" } as const;
const plichtig = (termijn: EindeTermijn) => ({ soort: "PLICHTIG", termijn }) as const;

/** All oudewetters, oldest first; the people who go with a half year stand together. */
export const cohorten: readonly Cohortgroep[] = [
  { begin: "2013-1", aantal: 2, verlengd: 1, stand: A2 },
  { begin: "2013-1", aantal: 1, verlengd: 0, stand: ontheven },

  { begin: "2013-2", aantal: 2, verlengd: 1, stand: A2 },
  { begin: "2013-2", aantal: 1, verlengd: 0, stand: B1 },
  { begin: "2013-2", aantal: 1, verlengd: 1, stand: ontheven },

  { begin: "2014-1", aantal: 3, verlengd: 2, stand: A2 },
  { begin: "2014-1", aantal: 1, verlengd: 0, stand: B1 },
  { begin: "2014-1", aantal: 1, verlengd: 0, stand: B2 },
  { begin: "2014-1", aantal: 2, verlengd: 1, stand: ontheven },
  { begin: "2014-1", aantal: 1, verlengd: 1, stand: plichtig("2020-1") },

  { begin: "2014-2", aantal: 3, verlengd: 2, stand: A2 },
  { begin: "2014-2", aantal: 1, verlengd: 1, stand: B1 },
  { begin: "2014-2", aantal: 1, verlengd: 0, stand: B2 },
  { begin: "2014-2", aantal: 3, verlengd: 2, stand: ontheven },
  { begin: "2014-2", aantal: 1, verlengd: 0, stand: vrijgesteld },
  { begin: "2014-2", aantal: 1, verlengd: 1, stand: plichtig("2020-2") },

  { begin: "2015-1", aantal: 10, verlengd: 10, stand: A2 },
  { begin: "2015-1", aantal: 2, verlengd: 2, stand: B1 },
  { begin: "2015-1", aantal: 1, verlengd: 0, stand: B2 },
  { begin: "2015-1", aantal: 2, verlengd: 2, stand: ontheven },
  { begin: "2015-1", aantal: 1, verlengd: 1, stand: plichtig("2020-2") },

  { begin: "2015-2", aantal: 12, verlengd: 12, stand: A2 },
  { begin: "2015-2", aantal: 3, verlengd: 3, stand: B1 },
  { begin: "2015-2", aantal: 1, verlengd: 0, stand: B2 },
  { begin: "2015-2", aantal: 3, verlengd: 3, stand: ontheven },
  { begin: "2015-2", aantal: 1, verlengd: 1, stand: plichtig("2020-1") },
  { begin: "2015-2", aantal: 1, verlengd: 1, stand: plichtig("2020-2") },

  { begin: "2016-1", aantal: 1, verlengd: 1, stand: A2 },
  { begin: "2016-1", aantal: 1, verlengd: 1, stand: B1 },
  { begin: "2016-1", aantal: 1, verlengd: 1, stand: B2 },
  { begin: "2016-1", aantal: 11, verlengd: 11, stand: ontheven },
  { begin: "2016-1", aantal: 1, verlengd: 0, stand: plichtig("VERSTREKEN") },
  { begin: "2016-1", aantal: 3, verlengd: 3, stand: plichtig("2020-1") },
  { begin: "2016-1", aantal: 5, verlengd: 5, stand: plichtig("2020-2"), deelexamen: 3 },
  { begin: "2016-1", aantal: 2, verlengd: 2, stand: plichtig("LATER") },

  { begin: "2016-2", aantal: 1, verlengd: 1, stand: A2 },
  { begin: "2016-2", aantal: 1, verlengd: 1, stand: B1 },
  { begin: "2016-2", aantal: 2, verlengd: 2, stand: ontheven },
  { begin: "2016-2", aantal: 2, verlengd: 0, stand: plichtig("VERSTREKEN") },
  { begin: "2016-2", aantal: 4, verlengd: 4, stand: plichtig("2020-2"), deelexamen: 1 },
  { begin: "2016-2", aantal: 4, verlengd: 4, stand: plichtig("LATER") },

  { begin: "2017-1", aantal: 1, verlengd: 1, stand: B1 },
  { begin: "2017-1", aantal: 1, verlengd: 0, stand: B2 },
  { begin: "2017-1", aantal: 1, verlengd: 1, stand: ontheven },
  { begin: "2017-1", aantal: 2, verlengd: 0, stand: plichtig("2020-1"), deelexamen: 1 },
  { begin: "2017-1", aantal: 2, verlengd: 2, stand: plichtig("2020-2") },
  { begin: "2017-1", aantal: 1, verlengd: 1, stand: plichtig("LATER") },

  { begin: "2017-2", aantal: 1, verlengd: 0, stand: B1 },
  { begin: "2017-2", aantal: 11, verlengd: 0, stand: plichtig("2020-2"), deelexamen: 2 },
  { begin: "2017-2", aantal: 2, verlengd: 2, stand: plichtig("LATER") },

  { begin: "2018-1", aantal: 1, verlengd: 0, stand: A2 },
  { begin: "2018-1", aantal: 6, verlengd: 2, stand: plichtig("LATER"), nogSteeds: 2 },

  { begin: "2018-2", aantal: 1, verlengd: 0, stand: A2 },
  { begin: "2018-2", aantal: 5, verlengd: 1, stand: plichtig("LATER"), nogSteeds: 2 },

  { begin: "2019-1", aantal: 4, verlengd: 0, stand: plichtig("LATER"), deelexamen: 1, nogSteeds: 1 },

  { begin: "2019-2", aantal: 3, verlengd: 0, stand: plichtig("LATER"), nogSteeds: 1 },
];

/** The first day of a half year. */
export function eersteDagVan(halfjaar: Halfjaar): Dag {
  const [jaar, helft] = halfjaar.split("-");
  return dag(`${jaar}-${helft === "1" ? "01" : "07"}-01`);
}
