import { type Dag, datum } from "../dagen.ts";
import { notitiemerk, type Persoon } from "../persoon.ts";
import type {
  Alfabetisering,
  DoelStatus,
  Leefgebied,
  LeerrouteType,
  PipStatus,
  TaakStatus,
  Taalniveau,
} from "../tabellen/gemeente.ts";
import type { Register } from "../tabellen/register.ts";
import { doelteksten, type Taakpartij, taakteksten, voortgangsteksten } from "../teksten.ts";

/** The leerroute of a PIP. */
export interface Leerroute {
  readonly type: LeerrouteType;
  readonly niveau: Taalniveau | null;
  readonly intensiteit: number | null;
  readonly alfabetisering: Alfabetisering;
}

/** A PIP: how far it is, and which partij has a taak on which leefgebied. */
export interface Plan {
  readonly status: PipStatus;
  readonly dagtekening: Dag | null;
  readonly ondertekend: Dag | null;
  /** `null` while it has not been chosen, and for an oudewetter, who has none. */
  readonly leerroute: Leerroute | null;
  readonly taken: readonly (readonly [Leefgebied, Taakpartij])[];
  /** What the doelen and taken can have become by now. */
  readonly stand: "BEGIN" | "VOLOP" | "ONDERWEG" | "AFGEROND";
}

const doelstanden: Record<Plan["stand"], readonly [DoelStatus, ...DoelStatus[]]> = {
  BEGIN: ["OPEN", "OPEN", "BEZIG"],
  VOLOP: ["BEZIG"],
  ONDERWEG: ["OPEN", "BEZIG", "BEZIG", "BEREIKT", "VERVALLEN"],
  AFGEROND: ["BEREIKT", "BEREIKT", "BEREIKT", "VERVALLEN"],
};

const taakstanden: Record<Plan["stand"], readonly [TaakStatus, ...TaakStatus[]]> = {
  BEGIN: ["OPEN", "OPEN", "BEZIG"],
  VOLOP: ["BEZIG"],
  ONDERWEG: ["OPEN", "BEZIG", "BEZIG", "GEREED", "VASTGELOPEN"],
  AFGEROND: ["GEREED"],
};

/** Writes the PIP, with a doel for each taak. */
export function writePlan(register: Register, persoon: Persoon, plan: Plan, vandaag: Dag): void {
  const pipId = persoon.ids.next();
  const dagtekening = plan.dagtekening === null ? null : datum(plan.dagtekening);
  register.gemeente.pip.push({
    id: pipId,
    nieuwkomer_id: persoon.id,
    dagtekening_initiele_pip: dagtekening,
    dagtekening_pip: dagtekening,
    status: plan.status,
    ondertekend_op: plan.ondertekend === null ? null : datum(plan.ondertekend),
    leerroute_type: plan.leerroute?.type ?? null,
    niveau: plan.leerroute?.niveau ?? null,
    intensiteit_b1_route: plan.leerroute?.intensiteit ?? null,
    alfabetisering: plan.leerroute?.alfabetisering ?? null,
  });
  for (const [index, [leefgebied, partij]] of plan.taken.entries()) {
    writeDoel(register, persoon, pipId, leefgebied, plan, vandaag);
    writeTaak(register, persoon, pipId, { index, leefgebied, partij }, plan, vandaag);
  }
}

// Private.
function writeDoel(
  register: Register,
  persoon: Persoon,
  pipId: string,
  leefgebied: Leefgebied,
  plan: Plan,
  vandaag: Dag,
): void {
  const { random } = persoon;
  const status = random.kies(doelstanden[plan.stand]);
  const isOpen = status === "OPEN" || status === "BEZIG";
  const streefdatum = isOpen ? vandaag + random.geheel(30, 400) : (plan.dagtekening ?? vandaag) + 180;
  register.gemeente.doel.push({
    id: persoon.ids.next(),
    pip_id: pipId,
    nieuwkomer_id: persoon.id,
    leefgebied,
    omschrijving: random.kies(doelteksten[leefgebied]),
    status,
    streefdatum: random.kans(0.1) ? null : datum(streefdatum),
  });
}

// Private.
function writeTaak(
  register: Register,
  persoon: Persoon,
  pipId: string,
  taak: { index: number; leefgebied: Leefgebied; partij: Taakpartij },
  plan: Plan,
  vandaag: Dag,
): void {
  const { random, volgnummer } = persoon;
  const status = random.kies(taakstanden[plan.stand]);
  const isGemeld = status !== "OPEN" && plan.dagtekening !== null && plan.dagtekening < vandaag;
  const melding = vandaag - random.geheel(1, Math.min(150, vandaag - (plan.dagtekening ?? vandaag)));
  // Number 0 is for the notitie of the begeleider.
  const merk = notitiemerk(volgnummer, 1 + taak.index);
  register.gemeente.taak.push({
    id: persoon.ids.next(),
    pip_id: pipId,
    nieuwkomer_id: persoon.id,
    partij: taak.partij,
    leefgebied: taak.leefgebied,
    omschrijving: random.kies<string>(taakteksten[taak.partij]),
    status,
    laatste_melding: isGemeld ? datum(melding) : null,
    voortgangsnotitie: isGemeld ? `${merk} ${random.kies(voortgangsteksten)}` : null,
    versie: isGemeld ? 2 : 1,
  });
}
