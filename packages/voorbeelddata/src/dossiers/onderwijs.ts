import { type Dag, datum } from "../dagen.ts";
import type { Looptijd } from "../looptijd.ts";
import type { Medewerker } from "../medewerkers.ts";
import type { Persoon } from "../persoon.ts";
import type { Taalniveau } from "../tabellen/gemeente.ts";
import type { Register } from "../tabellen/register.ts";
import type { InschrijvingSoort } from "../tabellen/roc.ts";

/** One inschrijving at the ROC. */
export interface Onderwijs {
  readonly soort: InschrijvingSoort;
  readonly looptijd: Looptijd;
}

const opleidingen: Record<InschrijvingSoort, string> = {
  ONDERWIJSROUTE: "Mbo-opleiding niveau 2",
  TAALSCHAKELTRAJECT: "Taalschakeltraject naar mbo",
  TAALCURSUS_B1: "Nederlands als tweede taal, naar B1",
  CURSUS_Z_ROUTE: "Nederlands voor het dagelijks leven",
};

const vaardigheden = ["LE", "LU", "SP", "SC"] as const;
const niveaus: readonly Taalniveau[] = ["A1", "A2", "B1"];
/** After how many days each next level is measured. */
const DAGEN_PER_NIVEAU = 210;
const MIN_LESSEN = 5;
const MAX_LESSEN = 30;

/** Writes an inschrijving with its latest lessons, five to thirty; and the taalniveaus that were measured. */
export function writeOnderwijs(
  register: Register,
  persoon: Persoon,
  onderwijs: Onderwijs,
  trajectbegeleider: Medewerker,
  vandaag: Dag,
): void {
  const { looptijd, soort } = onderwijs;
  const inschrijvingId = persoon.ids.next();
  register.roc.inschrijving.push({
    id: inschrijvingId,
    nieuwkomer_id: persoon.id,
    gemeente: persoon.gemeente,
    soort,
    opleiding: opleidingen[soort],
    trajectbegeleider_id: trajectbegeleider.id,
    startdatum: datum(looptijd.begin),
    einddatum: looptijd.einde === null ? null : datum(looptijd.einde),
  });
  const laatsteDag = (looptijd.einde ?? vandaag) - 1;
  writeLessen(register, persoon, inschrijvingId, looptijd.begin, laatsteDag);
  writeMetingen(register, persoon, inschrijvingId, looptijd.begin, laatsteDag);
}

// Private: one lesson a week, the latest ones.
function writeLessen(register: Register, persoon: Persoon, inschrijvingId: string, van: Dag, tot: Dag): void {
  const { random } = persoon;
  const aantal = Math.min(random.geheel(MIN_LESSEN, MAX_LESSEN), 1 + Math.floor((tot - van) / 7));
  for (let week = aantal - 1; week >= 0; week -= 1) {
    const isAanwezig = random.kans(0.82);
    register.roc.les.push({
      id: persoon.ids.next(),
      inschrijving_id: inschrijvingId,
      nieuwkomer_id: persoon.id,
      datum: datum(tot - 7 * week),
      uren: random.geheel(2, 4),
      aanwezigheid: isAanwezig
        ? "AANWEZIG"
        : random.kans(0.6)
          ? "GEOORLOOFD_VERZUIM"
          : "ONGEOORLOOFD_VERZUIM",
    });
  }
}

// Private: writing lags one level behind, as it mostly does.
function writeMetingen(
  register: Register,
  persoon: Persoon,
  inschrijvingId: string,
  van: Dag,
  tot: Dag,
): void {
  for (const [index, niveau] of niveaus.entries()) {
    const dag = van + 7 + index * DAGEN_PER_NIVEAU;
    if (dag > tot) return;
    for (const vaardigheid of vaardigheden) {
      register.roc.taalniveaumeting.push({
        id: persoon.ids.next(),
        inschrijving_id: inschrijvingId,
        nieuwkomer_id: persoon.id,
        vaardigheid,
        niveau: vaardigheid === "SC" ? (niveaus[index - 1] ?? niveau) : niveau,
        datum: datum(dag),
      });
    }
  }
}
