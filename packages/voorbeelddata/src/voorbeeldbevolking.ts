import { writeBekendePersonen } from "./bekende-bevolking.ts";
import { type Dag, dag } from "./dagen.ts";
import { writeNieuwewetters } from "./nieuwewetters.ts";
import { writeOudewetters } from "./oudewet-trajecten.ts";
import { createRegister, type Voorbeeldbevolking } from "./tabellen/register.ts";

/** Before this day the story of the example people has not happened yet. */
const EARLIEST_VANDAAG = "2025-01-01";

/** Besides the people known by name; together with them 60 in Aa en Hunze, 90 in Assen and 50 in Tynaarlo. */
const nieuwewetters = [
  { gemeente: "GM1680", eerste: 301, aantal: 48 },
  { gemeente: "GM0106", eerste: 401, aantal: 89 },
  { gemeente: "GM1730", eerste: 501, aantal: 49 },
] as const;

/**
 * The example population as it is on a day: the same day always gives the same rows.
 * Figures about November 2019 and 1 January 2020 are those of the notitie, whatever day it is.
 */
export function maakVoorbeeldbevolking({ vandaag }: { readonly vandaag: string }): Voorbeeldbevolking {
  const today = checkVandaag(vandaag);
  const register = createRegister();
  writeBekendePersonen(register, today);
  writeOudewetters(register, today);
  for (const keuze of nieuwewetters) writeNieuwewetters(register, { ...keuze, vandaag: today });
  return register;
}

/** The day that is called today; throws if it is none, or too early for the example data. */
export function checkVandaag(vandaag: string): Dag {
  const today = dag(vandaag);
  if (today < dag(EARLIEST_VANDAAG)) {
    throw new RangeError(`Expected vandaag to be ${EARLIEST_VANDAAG} or later, but got ${vandaag}.`);
  }
  return today;
}
