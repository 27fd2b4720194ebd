import type { Dag } from "./dagen.ts";
import { writeBegeleiding } from "./dossiers/begeleiding.ts";
import { writeInburgering } from "./dossiers/inburgering.ts";
import { ketenrelatiesVan, writeKetenrelaties } from "./dossiers/ketenrelaties.ts";
import { writeNieuwkomer } from "./dossiers/nieuwkomer.ts";
import { writeOnderwijs } from "./dossiers/onderwijs.ts";
import { writePlan } from "./dossiers/plan.ts";
import { writeToestemmingen } from "./dossiers/toestemmingen.ts";
import { writeWpda } from "./dossiers/wpda.ts";
import type { Persoon } from "./persoon.ts";
import type { Register } from "./tabellen/register.ts";
import type { Traject } from "./traject.ts";

/** Writes an inburgeraar into the registers of all four partners. */
export function writeTraject(register: Register, persoon: Persoon, traject: Traject, vandaag: Dag): void {
  const { medewerkers, inburgering } = traject;
  const isKlaar = inburgering.plicht.einde !== null;
  writeNieuwkomer(register, persoon, isKlaar ? null : medewerkers.regievoerder);
  writeInburgering(register, persoon, inburgering);
  if (traject.plan) writePlan(register, persoon, traject.plan, vandaag);
  writeWpda(register, persoon, traject.wpda, medewerkers);
  if (traject.begeleiding) writeBegeleiding(register, persoon, traject.begeleiding, medewerkers.begeleider);
  for (const onderwijs of traject.onderwijs) {
    writeOnderwijs(register, persoon, onderwijs, medewerkers.trajectbegeleider, vandaag);
  }
  writeKetenrelaties(register, persoon, ketenrelatiesVan(traject), vandaag);
  writeToestemmingen(register, persoon, traject.toestemmingen, medewerkers.regievoerder);
}
