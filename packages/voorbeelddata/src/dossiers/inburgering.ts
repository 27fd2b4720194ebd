import { type Dag, datum } from "../dagen.ts";
import type { Persoon } from "../persoon.ts";
import type {
  BeoordelingVerlenging,
  Examenonderdeel,
  Ontheffingsgrond,
  RedenGeenPlicht,
  Verlengingsgrond,
} from "../tabellen/gemeente.ts";
import type { Register } from "../tabellen/register.ts";
import type { Examen } from "./examens.ts";

/** The plicht; `einde` and `reden` come together. */
export interface Plicht {
  readonly begin: Dag;
  readonly einde: Dag | null;
  readonly reden: RedenGeenPlicht | null;
}

/** The days between which someone has to inburgeren, verlengingen counted. */
export interface Termijn {
  readonly start: Dag;
  readonly einde: Dag;
}

/** What DUO decided about one aanvraag. */
export interface Verlenging {
  readonly beoordeling: BeoordelingVerlenging;
  readonly dag: Dag;
  readonly weken: number;
  readonly grond: Verlengingsgrond;
}

/** An ontheffing; without `onderdeel` it is for everything. */
export interface Ontheffing {
  readonly dag: Dag;
  readonly onderdeel: Examenonderdeel | null;
  readonly grond: Ontheffingsgrond;
}

/** What the gemeente knows from DUO about one person. */
export interface Inburgering {
  readonly plicht: Plicht;
  readonly termijn: Termijn | null;
  readonly verlengingen: readonly Verlenging[];
  readonly ontheffingen: readonly Ontheffing[];
  readonly examens: readonly Examen[];
}

/** Writes what DUO told the gemeente about this person. */
export function writeInburgering(register: Register, persoon: Persoon, inburgering: Inburgering): void {
  const { gemeente } = register;
  const { plicht, termijn } = inburgering;
  const nieuwkomer_id = persoon.id;

  gemeente.inburgeringsplicht.push({
    nieuwkomer_id,
    begindatum: datum(plicht.begin),
    einddatum: plicht.einde === null ? null : datum(plicht.einde),
    datum_kennisgeving: datum(plicht.begin),
    reden_geen: plicht.reden,
  });
  if (termijn) {
    gemeente.inburgeringstermijn.push({
      nieuwkomer_id,
      startdatum: datum(termijn.start),
      einddatum: datum(termijn.einde),
    });
  }
  for (const verlenging of inburgering.verlengingen) {
    gemeente.verlenging.push({
      id: persoon.ids.next(),
      nieuwkomer_id,
      beoordeling_aanvraag: verlenging.beoordeling,
      datum_beoordeling: datum(verlenging.dag),
      verlenging_in_weken: verlenging.weken,
      verlengingsgrond: verlenging.grond,
    });
  }
  writeOordelen(register, persoon, inburgering);
}

// Private: what DUO judged about exams, passed or waived.
function writeOordelen(register: Register, persoon: Persoon, { ontheffingen, examens }: Inburgering): void {
  for (const ontheffing of ontheffingen) {
    register.gemeente.ontheffing.push({
      id: persoon.ids.next(),
      nieuwkomer_id: persoon.id,
      datum_oordeel: datum(ontheffing.dag),
      examenonderdeel: ontheffing.onderdeel,
      grond: ontheffing.grond,
    });
  }
  for (const examen of examens) {
    register.gemeente.examenresultaat.push({
      id: persoon.ids.next(),
      nieuwkomer_id: persoon.id,
      onderdeel: examen.onderdeel,
      niveau: examen.niveau,
      resultaat: examen.resultaat,
      examendatum: datum(examen.dag),
    });
  }
}
