import { type Dag, plusMaanden } from "./dagen.ts";
import { type Examen, examen, geslaagdeExamens } from "./dossiers/examens.ts";
import type { Inburgering, Ontheffing, Plicht, Verlenging } from "./dossiers/inburgering.ts";
import type { Leerroute, Plan } from "./dossiers/plan.ts";
import type { Persoon } from "./persoon.ts";
import type { RedenGeenPlicht, Verlengingsgrond } from "./tabellen/gemeente.ts";

/** Wet inburgering 2021, artikel 11: three years from the day after the dagtekening of the first PIP. */
const TERMIJN_MAANDEN = 36;
const WEKEN_PER_STAP = 26;

const gronden: readonly [Verlengingsgrond, ...Verlengingsgrond[]] = [
  "ALFABETISERING",
  "BIJZONDERE_OMSTANDIGHEDEN",
];

const redenen: readonly [RedenGeenPlicht, ...RedenGeenPlicht[]] = [
  ...(["INBURGERINGSPLICHT_VOLDAAN", "INBURGERINGSPLICHT_VOLDAAN", "INBURGERINGSPLICHT_VOLDAAN"] as const),
  ...(["INBURGERINGSPLICHT_VOLDAAN", "INBURGERINGSPLICHT_VOLDAAN", "INBURGERINGSPLICHT_VOLDAAN"] as const),
  ...(["VOLLEDIGE_ONTHEFFING", "VERBLIJFSDOEL_GEWIJZIGD"] as const),
  ...(["VERTREK_UIT_NEDERLAND_LANGER_DAN_EEN_JAAR"] as const),
];

/** The plicht of someone under the law of 2021, and how it ended if it did. */
export function drawPlicht({ random }: Persoon, begin: Dag, vandaag: Dag): Plicht {
  const einde = begin + random.geheel(750, 1_700);
  const reden = random.kies(redenen);
  return einde < vandaag - 20 ? { begin, einde, reden } : { begin, einde: null, reden: null };
}

/** What DUO told the gemeente about someone with this plicht and this plan. */
export function drawInburgering(
  persoon: Persoon,
  plicht: Plicht,
  plan: Plan | null,
  vandaag: Dag,
): Inburgering {
  const examens = drawExamens(persoon, plicht, plan?.leerroute ?? null, vandaag);
  const ontheffingen = drawOntheffingen(persoon, plicht, vandaag);
  if (plan === null || plan.dagtekening === null) {
    return { plicht, termijn: null, verlengingen: [], ontheffingen, examens };
  }
  const start = plan.dagtekening + 1;
  const einde = plusMaanden(start, TERMIJN_MAANDEN) - 1;
  const verlengingen = plicht.einde === null ? drawVerlengingen(persoon, einde, vandaag) : [];
  const weken = verlengingen.reduce((sum, verlenging) => sum + verlenging.weken, 0);
  return { plicht, termijn: { start, einde: einde + 7 * weken }, verlengingen, ontheffingen, examens };
}

// Private: asked for when the end is near (Besluit inburgering 2021, artikel 4.5); most of those who ask get it.
function drawVerlengingen({ random }: Persoon, einde: Dag, vandaag: Dag): Verlenging[] {
  const grond = random.kies(gronden);
  if (einde < vandaag) {
    const stappen = Math.ceil((vandaag + 30 - einde) / (7 * WEKEN_PER_STAP));
    const besluit = random.kans(0.6)
      ? ({ beoordeling: "TOEGEKEND", weken: stappen * WEKEN_PER_STAP } as const)
      : ({ beoordeling: "AFGEWEZEN", weken: 0 } as const);
    return [{ ...besluit, dag: einde - 40, grond }];
  }
  if (einde > vandaag + 180 || !random.kans(0.4)) return [];
  return [{ beoordeling: "IN_BEHANDELING", dag: vandaag - random.geheel(1, 9), weken: 0, grond }];
}

// Private: for everything when that ended the plicht, now and then for one part.
function drawOntheffingen({ random }: Persoon, plicht: Plicht, vandaag: Dag): Ontheffing[] {
  const grond = random.kans(0.7) ? "MED" : "BIO";
  if (plicht.einde !== null && plicht.reden === "VOLLEDIGE_ONTHEFFING") {
    return [{ dag: plicht.einde, onderdeel: null, grond }];
  }
  const dag = plicht.begin + random.geheel(300, 600);
  const uiterlijk = plicht.einde ?? vandaag;
  return dag < uiterlijk && random.kans(0.05) ? [{ dag, onderdeel: "SC", grond }] : [];
}

// Private: only the B1-route ends with the whole exam (Wet inburgering 2021, artikel 7).
function drawExamens(
  { random, regime }: Persoon,
  plicht: Plicht,
  leerroute: Leerroute | null,
  vandaag: Dag,
): Examen[] {
  const niveau = leerroute?.niveau ?? null;
  if (leerroute?.type !== "B1_ROUTE" || niveau === null) return [];
  if (plicht.einde !== null && plicht.reden === "INBURGERINGSPLICHT_VOLDAAN") {
    return geslaagdeExamens(random, { regime, niveau, van: plicht.begin + 400, tot: plicht.einde - 21 });
  }
  const eerste = plicht.begin + random.geheel(420, 700);
  const uiterlijk = plicht.einde ?? vandaag;
  if (eerste >= uiterlijk) return [];
  const tweede = Math.min(eerste + random.geheel(20, 90), uiterlijk - 1);
  return [
    examen("KNM", niveau, "GESLAAGD", eerste),
    examen("SP", niveau, random.kies(["GESLAAGD", "GEZAKT", "GEEN"]), tweede),
  ];
}
