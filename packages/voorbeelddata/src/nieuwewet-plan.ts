import { type Dag, leeftijd } from "./dagen.ts";
import type { Plicht } from "./dossiers/inburgering.ts";
import type { Leerroute, Plan } from "./dossiers/plan.ts";
import { loopt } from "./looptijd.ts";
import type { Persoon } from "./persoon.ts";
import type { Taakpartij } from "./teksten.ts";
import type { Traject } from "./traject.ts";

/** How far a PIP is, before anyone took a taak in it. */
export type PlanZonderTaken = Omit<Plan, "taken">;

/** The B1-route towards B1: what most people do. */
export const b1Route: Leerroute = { type: "B1_ROUTE", niveau: "B1", intensiteit: 12, alfabetisering: "NVT" };
/** The route to a diploma, for the young. */
export const onderwijsroute: Leerroute = {
  type: "ONDERWIJSROUTE",
  niveau: "B1",
  intensiteit: null,
  alfabetisering: "NVT",
};
/** The route for who cannot reach A2, learning to read and write first. */
export const zRoute: Leerroute = { type: "Z_ROUTE", niveau: null, intensiteit: null, alfabetisering: "A" };

/** The PIP of someone whose plicht began on a day: none at first, a concept then, and within ten weeks vastgesteld. */
export function drawPlan(persoon: Persoon, plicht: Plicht, vandaag: Dag): PlanZonderTaken | null {
  const { random } = persoon;
  const leerroute = drawLeerroute(persoon, plicht.begin);
  const dagtekening = plicht.begin + random.geheel(45, 70);
  if (vandaag < plicht.begin + 25) return null;
  if (vandaag <= dagtekening) {
    return { status: "CONCEPT", dagtekening: null, ondertekend: null, leerroute: null, stand: "BEGIN" };
  }
  const ondertekend = dagtekening + random.geheel(3, 30);
  const isOndertekend = ondertekend < vandaag && random.kans(0.92);
  const isPril = vandaag < dagtekening + 120;
  return {
    status: isOndertekend ? "ONDERTEKEND" : "VASTGESTELD",
    dagtekening,
    ondertekend: isOndertekend ? ondertekend : null,
    leerroute,
    stand: plicht.einde !== null ? "AFGEROND" : isPril ? "BEGIN" : "ONDERWEG",
  };
}

// Private.
function drawLeerroute({ random, geboortedatum }: Persoon, begin: Dag): Leerroute {
  const isJong = leeftijd(geboortedatum, begin) < 28;
  if (isJong && random.kans(0.5)) return onderwijsroute;
  if (random.kans(0.25)) return { ...zRoute, alfabetisering: random.kans(0.6) ? "A" : "AA" };
  const alfabetisering = random.kans(0.2) ? "AA" : "NVT";
  return {
    ...b1Route,
    niveau: random.kans(0.85) ? "B1" : "A2",
    intensiteit: random.geheel(8, 20),
    alfabetisering,
  };
}

/** The taken that partijen take on each leefgebied: only a partij that is involved now takes one. */
export function takenVan(
  traject: Pick<Traject, "wpda" | "begeleiding" | "onderwijs" | "schuldhulp">,
  eigenBeheer: Taakpartij,
): Plan["taken"] {
  const { wpda, begeleiding, onderwijs } = traject;
  const isBijWpda = loopt(wpda.bijstand) || loopt(wpda.reintegratie);
  const isBijRoc = onderwijs.some(({ looptijd }) => loopt(looptijd));
  const isBegeleid = begeleiding !== null && loopt(begeleiding.looptijd);
  return [
    ["FINANCIEN", loopt(traject.schuldhulp) ? "gkb" : eigenBeheer],
    ["ZORG", "sociaal-team"],
    ["SAMENLEVING", isBijRoc ? "roc" : "gemeente"],
    ["WERK", isBijWpda ? "wpda" : "gemeente"],
    ["ONTMOETEN", isBegeleid ? "vluchtelingenwerk" : "gemeente"],
  ];
}
