import { type Cohortgroep, type EindeTermijn, eersteDagVan } from "./cohorten.ts";
import { type Dag, dag, plusMaanden } from "./dagen.ts";
import { examen, geslaagdeExamens, vergeefseExamens } from "./dossiers/examens.ts";
import type { Inburgering, Ontheffing, Plicht, Termijn, Verlenging } from "./dossiers/inburgering.ts";
import type { Oudewetter } from "./oudewetters.ts";
import type { Ontheffingsgrond, Taalniveau, Verlengingsgrond } from "./tabellen/gemeente.ts";
import type { Willekeur } from "./willekeur.ts";

const peildatum = dag("2020-01-01");
/** Nothing is decided in the last weeks before the peildatum, so that no figure hangs on one day. */
const lastBefore = dag("2019-12-10");
const firstAfter = dag("2020-02-17");
const lastAfter = dag("2024-11-28");

const WEKEN_PER_STAP = 26;
const MAX_WEKEN_PER_VERLENGING = 104;

const gronden: readonly [Verlengingsgrond, ...Verlengingsgrond[]] = [
  "LANGER_VERBLIJF_AZC",
  "LANGER_VERBLIJF_AZC",
  "ALFABETISERING",
  "BIJZONDERE_OMSTANDIGHEDEN",
];
const ontheffingsgronden: readonly [Ontheffingsgrond, ...Ontheffingsgrond[]] = ["AGI", "MED", "MED", "BIO"];

/** How the inburgering of an oudewetter went until the peildatum, and what became of it since. */
export function oudewetInburgering(oudewetter: Oudewetter, random: Willekeur, vandaag: Dag): Inburgering {
  const termijn = termijnVan(oudewetter, random, vandaag);
  const afloop = afloopVan(oudewetter, random, termijn);
  const deelexamens = oudewetter.heeftDeelexamen ? [deelexamen(oudewetter)] : [];
  return {
    plicht: afloop.plicht,
    termijn: termijn.termijn,
    verlengingen: termijn.verlengingen,
    ontheffingen: afloop.ontheffingen,
    examens: [...deelexamens, ...afloop.examens],
  };
}

interface TermijnMetVerlengingen {
  readonly termijn: Termijn;
  readonly verlengingen: readonly Verlenging[];
}

// Private: three years from the begin of the plicht, and what was added.
function termijnVan(oudewetter: Oudewetter, random: Willekeur, vandaag: Dag): TermijnMetVerlengingen {
  const { begin, stand, isVerlengd, isNogPlichtig } = oudewetter;
  const zonderVerlenging = plusMaanden(begin, 36) - 1;
  const wekenVoor2020 = isVerlengd ? wekenTot(zonderVerlenging, stand) : 0;
  const eindeVoor2020 = zonderVerlenging + 7 * wekenVoor2020;
  const wekenErna = isNogPlichtig ? Math.ceil((vandaag + random.geheel(60, 300) - eindeVoor2020) / 7) : 0;
  return {
    termijn: { start: begin, einde: eindeVoor2020 + 7 * wekenErna },
    verlengingen: [
      ...verlengingen(random, wekenVoor2020, begin, lastBefore),
      ...verlengingen(random, wekenErna, firstAfter, vandaag - 30),
    ],
  };
}

// Private: the least number of half years that brings the end where the cohort says it is.
function wekenTot(zonderVerlenging: Dag, stand: Cohortgroep["stand"]): number {
  const nietVoor = stand.soort === "PLICHTIG" ? eersteEinde(stand.termijn) : 0;
  const stappen = Math.ceil((nietVoor - zonderVerlenging) / (7 * WEKEN_PER_STAP));
  return Math.max(1, stappen) * WEKEN_PER_STAP;
}

// Private.
function eersteEinde(termijn: EindeTermijn): Dag {
  if (termijn === "VERSTREKEN") return 0;
  return eersteDagVan(termijn === "LATER" ? "2021-1" : termijn);
}

// Private: no verlenging is longer than two years, so a long one is a few in a row.
function verlengingen(random: Willekeur, weken: number, van: Dag, tot: Dag): Verlenging[] {
  const aantal = Math.ceil(weken / MAX_WEKEN_PER_VERLENGING);
  return Array.from({ length: aantal }, (_, index) => ({
    beoordeling: "TOEGEKEND",
    dag: van + Math.floor(((index + 1) * (tot - van)) / (aantal + 1)),
    weken: Math.floor(weken / aantal) + (index < weken % aantal ? 1 : 0),
    grond: random.kies(gronden),
  }));
}

// Private: one part at A2, well before the peildatum.
function deelexamen({ begin }: Oudewetter) {
  return examen("LE", "A2", "GESLAAGD", begin + Math.floor((lastBefore - begin) * 0.8));
}

interface Afloop {
  readonly plicht: Plicht;
  readonly ontheffingen: readonly Ontheffing[];
  readonly examens: Inburgering["examens"];
}

// Private.
function afloopVan(oudewetter: Oudewetter, random: Willekeur, { termijn }: TermijnMetVerlengingen): Afloop {
  const { begin, stand, isNogPlichtig, volgnummer } = oudewetter;
  if (isNogPlichtig) {
    return { plicht: { begin, einde: null, reden: null }, ontheffingen: [], examens: [] };
  }
  if (stand.soort === "PLICHTIG") {
    const nietVoor = firstAfter + random.geheel(0, 300);
    const einde = Math.max(nietVoor, Math.min(lastAfter, termijn.einde + random.geheel(-120, 150)));
    // The notitie expects a third of this group to get an ontheffing after all.
    if (volgnummer % 3 === 0) return ontheven(oudewetter, random, peildatum, einde);
    return voldaan(oudewetter, random, "A2", peildatum, einde);
  }
  // Most end between two and four and a half years after the begin, all before the peildatum.
  const einde = Math.min(begin + random.geheel(760, 1640), lastBefore - random.geheel(0, 60));
  if (stand.soort === "VOLDAAN") return voldaan(oudewetter, random, stand.niveau, begin + 180, einde);
  if (stand.soort === "ONTHEVEN") return ontheven(oudewetter, random, begin + 180, einde);
  return {
    plicht: { begin, einde, reden: "VOLLEDIGE_VRIJSTELLING" },
    ontheffingen: [],
    examens: [],
  };
}

// Private: DUO ends the plicht three weeks after the last part was passed.
function voldaan(
  oudewetter: Oudewetter,
  random: Willekeur,
  niveau: Taalniveau,
  van: Dag,
  einde: Dag,
): Afloop {
  const reedsGeslaagd = oudewetter.heeftDeelexamen ? (["LE"] as const) : [];
  return {
    plicht: { begin: oudewetter.begin, einde, reden: "INBURGERINGSPLICHT_VOLDAAN" },
    ontheffingen: [],
    examens: geslaagdeExamens(random, { regime: "WI2013", niveau, van, tot: einde - 21, reedsGeslaagd }),
  };
}

// Private: for effort only after four attempts that failed.
function ontheven(oudewetter: Oudewetter, random: Willekeur, van: Dag, einde: Dag): Afloop {
  const grond = random.kies(ontheffingsgronden);
  return {
    plicht: { begin: oudewetter.begin, einde, reden: "VOLLEDIGE_ONTHEFFING" },
    ontheffingen: [{ dag: einde, onderdeel: null, grond }],
    examens: grond === "AGI" ? vergeefseExamens(van, einde) : [],
  };
}
