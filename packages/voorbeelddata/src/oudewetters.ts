import { type Cohortgroep, cohorten, eersteDagVan } from "./cohorten.ts";
import type { Dag } from "./dagen.ts";

/** Someone of Aa en Hunze under the law of 2013, as he stood on 1 January 2020. */
export interface Oudewetter {
  readonly volgnummer: number;
  readonly begin: Dag;
  readonly stand: Cohortgroep["stand"];
  /** Whether a verlenging was granted before 2020. */
  readonly isVerlengd: boolean;
  /** Whether a part of the exam was passed at A2 before 2020, the plicht not being over. */
  readonly heeftDeelexamen: boolean;
  /** Whether he is plichtig today. */
  readonly isNogPlichtig: boolean;
}

const FIRST_VOLGNUMMER = 101;

/** How far into a half year the first plicht begins, and over how many days the others follow. */
const FIRST_DAY = 10;
const SPREAD_IN_DAYS = 130;

/** All oudewetters of Aa en Hunze, oldest cohort first. */
export const oudewetters: readonly Oudewetter[] = cohorten
  .flatMap((groep) => Array.from({ length: groep.aantal }, (_, index) => ({ groep, index })))
  .map(({ groep, index }, position, all) => {
    const cohort = all.filter((other) => other.groep.begin === groep.begin);
    const firstOfCohort = all.findIndex((other) => other.groep.begin === groep.begin);
    const offset = Math.floor(((position - firstOfCohort) * SPREAD_IN_DAYS) / cohort.length);
    return {
      volgnummer: FIRST_VOLGNUMMER + position,
      begin: eersteDagVan(groep.begin) + FIRST_DAY + offset,
      stand: groep.stand,
      isVerlengd: index < groep.verlengd,
      heeftDeelexamen: index >= groep.aantal - (groep.deelexamen ?? 0),
      isNogPlichtig: index >= groep.aantal - (groep.nogSteeds ?? 0),
    };
  });
