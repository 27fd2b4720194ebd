import type { Dag } from "./dagen.ts";
import type { Begeleiding, Pvt } from "./dossiers/begeleiding.ts";
import type { Plicht } from "./dossiers/inburgering.ts";
import type { Onderwijs } from "./dossiers/onderwijs.ts";
import type { Plan } from "./dossiers/plan.ts";
import type { Toestemming } from "./dossiers/toestemmingen.ts";
import type { WpdaDossier } from "./dossiers/wpda.ts";
import { type Looptijd, looptijd } from "./looptijd.ts";
import { medewerkersVoor } from "./medewerkers.ts";
import { drawInburgering, drawPlicht } from "./nieuwewet-inburgering.ts";
import { drawPlan, type PlanZonderTaken, takenVan } from "./nieuwewet-plan.ts";
import type { Persoon } from "./persoon.ts";
import type { LeerrouteType } from "./tabellen/gemeente.ts";
import type { InschrijvingSoort } from "./tabellen/roc.ts";
import { geenDossiers, type Traject } from "./traject.ts";

const MIN_DAGEN_ONDERWIJS = 35;
const MAX_BIJEENKOMSTEN = 5;

const soortenOnderwijs: Record<LeerrouteType, readonly InschrijvingSoort[]> = {
  B1_ROUTE: ["TAALCURSUS_B1"],
  Z_ROUTE: ["CURSUS_Z_ROUTE"],
  ONDERWIJSROUTE: ["TAALSCHAKELTRAJECT", "ONDERWIJSROUTE"],
};

type Gevraagd = Pick<Toestemming, "partij" | "gegeven">;

/** For what toestemming is asked: how a volunteer can reach someone (protocol, chapter 9). */
const gevraagd: readonly [Gevraagd, ...Gevraagd[]] = [
  { partij: "humanitas", gegeven: "contact" },
  { partij: "humanitas", gegeven: "contacttaal" },
];

/** How it goes with someone under the law of 2021 whose plicht began on a day. */
export function drawTraject(persoon: Persoon, begin: Dag, vandaag: Dag): Traject {
  const { random, volgnummer } = persoon;
  const plicht = drawPlicht(persoon, begin, vandaag);
  const plan = drawPlan(persoon, plicht, vandaag);
  const isAsiel = persoon.doelgroep === "ASIELSTATUSHOUDER";
  const dossiers = {
    wpda: isAsiel ? drawWpda(persoon, plicht, vandaag) : geenDossiers.wpda,
    begeleiding: isAsiel ? drawBegeleiding(persoon, plicht, vandaag) : null,
    onderwijs: random.kans(isAsiel ? 0.9 : 0.5) ? drawOnderwijs(persoon, plicht, plan, vandaag) : [],
    schuldhulp: isAsiel && random.kans(0.15) ? looptijd(begin + 240, 700, vandaag, plicht.einde) : null,
  };
  const eigenBeheer = random.kans(0.3) ? "humanitas" : "gemeente";
  const volledigPlan = plan && { ...plan, taken: takenVan(dossiers, eigenBeheer) };
  return {
    inburgering: drawInburgering(persoon, plicht, volledigPlan, vandaag),
    plan: volledigPlan,
    wpda: dossiers.wpda,
    begeleiding: dossiers.begeleiding,
    onderwijs: dossiers.onderwijs,
    schuldhulp: dossiers.schuldhulp,
    toestemmingen: drawToestemmingen(persoon, volledigPlan, vandaag),
    medewerkers: medewerkersVoor(volgnummer, persoon.gemeente),
  };
}

// Private.
function drawWpda({ random }: Persoon, { begin, einde }: Plicht, vandaag: Dag): WpdaDossier {
  const start = begin + random.geheel(0, 20);
  const bijstand = random.kans(0.88) ? looptijd(start, random.geheel(320, 1_500), vandaag, einde) : null;
  const startWerk = begin + random.geheel(180, 420);
  const reintegratie =
    bijstand && random.kans(0.7) ? looptijd(startWerk, random.geheel(120, 600), vandaag, einde) : null;
  return { bijstand, reintegratie, ontzorgen: bijstand !== null };
}

// Private.
function drawBegeleiding({ random }: Persoon, { begin, einde }: Plicht, vandaag: Dag): Begeleiding | null {
  const start = begin + random.geheel(0, 10);
  const duur = looptijd(start, random.geheel(450, 720), vandaag, einde);
  if (duur === null || random.kans(0.05)) return null;
  return {
    looptijd: duur,
    heeftNotitie: random.kans(0.6),
    pvt: drawPvt(start + random.geheel(30, 120), random.geheel(2, MAX_BIJEENKOMSTEN), duur, vandaag),
  };
}

// Private: a bijeenkomst each week, as far as they have been by now; signing comes a week after the last.
function drawPvt(begin: Dag, aantal: number, duur: Looptijd, vandaag: Dag): Pvt | null {
  const weken = Math.floor(((duur.einde ?? vandaag) - 8 - begin) / 7);
  return weken < 1 ? null : { begin, bijeenkomsten: Math.min(aantal, weken) };
}

// Private: one after another; a place at the ROC comes some weeks after the PIP.
function drawOnderwijs(
  { random }: Persoon,
  { einde }: Plicht,
  plan: PlanZonderTaken | null,
  vandaag: Dag,
): Onderwijs[] {
  if (plan === null || plan.dagtekening === null || plan.leerroute === null) return [];
  const onderwijs: Onderwijs[] = [];
  let begin = plan.dagtekening + random.geheel(14, 45);
  for (const soort of soortenOnderwijs[plan.leerroute.type]) {
    const duur = looptijd(begin, random.geheel(350, 900), vandaag, einde);
    if (duur === null || (duur.einde ?? vandaag) - duur.begin < MIN_DAGEN_ONDERWIJS) break;
    onderwijs.push({ soort, looptijd: duur });
    if (duur.einde === null) break;
    begin = duur.einde + 14;
  }
  return onderwijs;
}

// Private: asked for in a conversation about the PIP that was signed, of who has a volunteer; so of few.
function drawToestemmingen({ random, volgnummer }: Persoon, plan: Plan | null, vandaag: Dag): Toestemming[] {
  if (plan === null || plan.ondertekend === null || !random.kans(0.12)) return [];
  const dag = plan.ondertekend;
  const ingetrokken = random.kans(0.25) ? Math.min(dag + 90, vandaag - 1) : null;
  const toestemming = random.kies(gevraagd);
  if (!plan.taken.some(([, partij]) => partij === toestemming.partij)) return [];
  const door = volgnummer % 2 === 0 ? "NIEUWKOMER" : "REGIEVOERDER";
  return [{ ...toestemming, dag, ingetrokken, door }];
}
