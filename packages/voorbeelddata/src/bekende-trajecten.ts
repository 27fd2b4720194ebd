import { type Dag, dag, jaar, plusMaanden } from "./dagen.ts";
import type { Gemeentecode } from "./gemeenten.ts";
import { type Looptijd, looptijd } from "./looptijd.ts";
import { medewerkersVoor } from "./medewerkers.ts";
import { b1Route, onderwijsroute, type PlanZonderTaken, takenVan, zRoute } from "./nieuwewet-plan.ts";
import { geenDossiers, type Traject } from "./traject.ts";

/** How long the known people have been at it. */
const DAGEN_ONDERWEG = 330;

const sinds = (begin: Dag): Looptijd => ({ begin, einde: null });

/** Everything runs, with every partner, and each has one employee for all its doelen. */
export function volopBezig(gemeente: Gemeentecode, beurt: number, vandaag: Dag): Traject {
  const begin = vandaag - DAGEN_ONDERWEG;
  return metTaken({
    ...geenDossiers,
    inburgering: lopend(begin),
    plan: ondertekend(begin, b1Route),
    wpda: { bijstand: sinds(begin + 5), reintegratie: sinds(vandaag - 60), ontzorgen: true },
    begeleiding: {
      looptijd: sinds(begin + 5),
      heeftNotitie: true,
      pvt: { begin: vandaag - 21, bijeenkomsten: 2 },
    },
    onderwijs: [{ soort: "TAALCURSUS_B1", looptijd: sinds(begin + 90) }],
    medewerkers: medewerkersVoor(beurt, gemeente),
    eenAanspreekpunt: true,
  });
}

/** A young person in the taalschakeltraject. */
export function opOnderwijsroute(volgnummer: number, vandaag: Dag): Traject {
  const traject = volopBezig("GM1680", volgnummer, vandaag);
  const begin = traject.inburgering.plicht.begin;
  return metTaken({
    ...traject,
    plan: ondertekend(begin, onderwijsroute),
    wpda: { bijstand: sinds(begin + 12), reintegratie: null, ontzorgen: true },
    onderwijs: [{ soort: "TAALSCHAKELTRAJECT", looptijd: sinds(begin + 100) }],
    eenAanspreekpunt: false,
  });
}

/** Someone who first learns to read and write, whose debts the GKB looks after. */
export function opZRoute(volgnummer: number, vandaag: Dag): Traject {
  const traject = volopBezig("GM1680", volgnummer, vandaag);
  const begin = traject.inburgering.plicht.begin;
  return metTaken({
    ...traject,
    plan: ondertekend(begin, zRoute),
    onderwijs: [{ soort: "CURSUS_Z_ROUTE", looptijd: sinds(begin + 80) }],
    schuldhulp: sinds(begin + 200),
    eenAanspreekpunt: false,
  });
}

/** Someone whom a volunteer of Humanitas helps, and may call. */
export function metVrijwilliger(volgnummer: number, vandaag: Dag): Traject {
  const traject = volopBezig("GM1680", volgnummer, vandaag);
  const dag = dagtekeningVan(traject.inburgering.plicht.begin) + 7;
  const aanHumanitas = { partij: "humanitas", dag, door: "NIEUWKOMER" } as const;
  return {
    ...metTaken({ ...traject, plan: ondertekend(traject.inburgering.plicht.begin, b1Route) }, "humanitas"),
    toestemmingen: [
      { ...aanHumanitas, gegeven: "contact", ingetrokken: null },
      { ...aanHumanitas, gegeven: "contacttaal", door: "REGIEVOERDER", ingetrokken: dag + 30 },
    ],
    eenAanspreekpunt: false,
  };
}

/** Someone who pays his own course, and has nobody else to do with. */
export function alsGezinsmigrant(volgnummer: number, vandaag: Dag): Traject {
  const begin = vandaag - DAGEN_ONDERWEG;
  return metTaken({
    ...geenDossiers,
    inburgering: lopend(begin),
    plan: ondertekend(begin, b1Route),
    onderwijs: [{ soort: "TAALCURSUS_B1", looptijd: sinds(begin + 110) }],
    medewerkers: medewerkersVoor(volgnummer, "GM1680"),
  });
}

/** Someone of whom only the gemeente knows. */
export function alleenBijGemeente(volgnummer: number, vandaag: Dag): Traject {
  return {
    ...geenDossiers,
    inburgering: { ...lopend(vandaag - 40), termijn: null },
    plan: {
      status: "CONCEPT",
      dagtekening: null,
      ondertekend: null,
      leerroute: null,
      stand: "BEGIN",
      taken: [["SAMENLEVING", "gemeente"]],
    },
    medewerkers: medewerkersVoor(volgnummer, "GM1680"),
  };
}

/** Someone whom WPDA had as a client until 30 June of last year. */
export function nietMeerBijWpda(volgnummer: number, vandaag: Dag): Traject {
  const begin = vandaag - 900;
  const einde = dag(`${jaar(vandaag) - 1}-06-30`);
  return metTaken({
    ...geenDossiers,
    inburgering: lopend(begin),
    plan: ondertekend(begin, b1Route),
    wpda: {
      bijstand: { begin: begin + 10, einde },
      reintegratie: { begin: begin + 80, einde },
      ontzorgen: true,
    },
    onderwijs: [{ soort: "TAALCURSUS_B1", looptijd: sinds(begin + 120) }],
    begeleiding: begeleidingTot(begin + 8, vandaag),
    medewerkers: medewerkersVoor(volgnummer, "GM1680"),
  });
}

/** Someone who has just come, for whom the fixed costs are paid. */
export function netBegonnen(volgnummer: number, vandaag: Dag): Traject {
  const begin = vandaag - 75;
  return metTaken({
    ...geenDossiers,
    inburgering: lopend(begin),
    plan: { ...ondertekend(begin, b1Route), status: "VASTGESTELD", ondertekend: null, stand: "BEGIN" },
    wpda: { bijstand: sinds(vandaag - 60), reintegratie: null, ontzorgen: true },
    begeleiding: {
      looptijd: sinds(begin + 10),
      heeftNotitie: false,
      pvt: { begin: vandaag - 6, bijeenkomsten: 1 },
    },
    medewerkers: medewerkersVoor(volgnummer, "GM1680"),
  });
}

// Private: fifteen months, with a complete pvt.
function begeleidingTot(begin: Dag, vandaag: Dag): Traject["begeleiding"] {
  const duur = looptijd(begin, 450, vandaag, null);
  return duur && { looptijd: duur, heeftNotitie: true, pvt: { begin: begin + 60, bijeenkomsten: 5 } };
}

// Private: a plicht that runs, and three years from the day after the PIP.
function lopend(begin: Dag): Traject["inburgering"] {
  const start = dagtekeningVan(begin) + 1;
  return {
    plicht: { begin, einde: null, reden: null },
    termijn: { start, einde: plusMaanden(start, 36) - 1 },
    verlengingen: [],
    ontheffingen: [],
    examens: [],
  };
}

// Private.
function dagtekeningVan(begin: Dag): Dag {
  return begin + 60;
}

// Private.
function ondertekend(begin: Dag, leerroute: PlanZonderTaken["leerroute"]) {
  const dagtekening = dagtekeningVan(begin);
  return {
    status: "ONDERTEKEND",
    dagtekening,
    ondertekend: dagtekening + 7,
    leerroute,
    stand: "VOLOP",
    taken: [],
  } as const;
}

// Private: each leefgebied gets a doel and a taak, of the partij that is involved.
function metTaken(
  traject: Traject & { readonly plan: PlanZonderTaken },
  eigenBeheer: "gemeente" | "humanitas" = "gemeente",
): Traject {
  return { ...traject, plan: { ...traject.plan, taken: takenVan(traject, eigenBeheer) } };
}
