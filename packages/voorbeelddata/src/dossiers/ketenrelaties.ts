import { type Dag, datum } from "../dagen.ts";
import type { Looptijd } from "../looptijd.ts";
import type { Medewerker } from "../medewerkers.ts";
import type { Persoon } from "../persoon.ts";
import type { Register } from "../tabellen/register.ts";
import type { Traject } from "../traject.ts";
import { eindeOntzorgen } from "./wpda.ts";

/** That a partij is involved for a doel; the employee is unknown or a volunteer when `medewerker` is `null`. */
export interface Ketenrelatie {
  readonly partij: string;
  readonly doel: string;
  readonly medewerker: Medewerker | null;
  readonly begin: Dag;
  readonly einde: Dag | null;
}

/** The relations that fit the dossiers of a traject: one runs exactly as long as the dossier does. */
export function ketenrelatiesVan(traject: Traject): Ketenrelatie[] {
  const { medewerkers, wpda, begeleiding, onderwijs } = traject;
  const relations: Ketenrelatie[] = [];
  const add = (partij: string, doel: string, medewerker: Medewerker | null, looptijd: Looptijd | null) => {
    if (looptijd) relations.push({ partij, doel, medewerker, ...looptijd });
  };
  const bijstandDoor = traject.eenAanspreekpunt ? medewerkers.werkcoach : medewerkers.klantmanager;
  const voortgangDoor = traject.eenAanspreekpunt ? medewerkers.trajectbegeleider : medewerkers.docent;

  add("wpda", "bijstand", bijstandDoor, wpda.bijstand);
  add("wpda", "reintegratie", medewerkers.werkcoach, wpda.reintegratie);
  add("wpda", "ontzorgen", bijstandDoor, ontzorgenVan(traject));
  if (begeleiding) {
    const { looptijd, pvt } = begeleiding;
    add("vluchtelingenwerk", "maatschappelijke-begeleiding", medewerkers.begeleider, looptijd);
    add("vluchtelingenwerk", "pvt-map", medewerkers.begeleider, pvt && { ...looptijd, begin: pvt.begin });
  }
  for (const { looptijd } of onderwijs) {
    add("roc", "taalaanbod", medewerkers.trajectbegeleider, looptijd);
    add("roc", "voortgang", voortgangDoor, looptijd);
  }
  add("gkb", "schuldhulp", medewerkers.schuldhulpverlener, traject.schuldhulp);
  add("humanitas", "pip-taak", null, humanitasVan(traject));
  return relations;
}

/** Writes them; what ended was ended by the regievoerder, every third time on the spot. */
export function writeKetenrelaties(
  register: Register,
  persoon: Persoon,
  relations: readonly Ketenrelatie[],
  vandaag: Dag,
): void {
  for (const { partij, doel, medewerker, begin, einde } of relations) {
    const isBeeindigd = einde !== null && einde < vandaag;
    const isOpStaandeVoet = isBeeindigd && persoon.volgnummer % 3 === 0;
    register.gemeente.ketenrelatie.push({
      id: persoon.ids.next(),
      nieuwkomer_id: persoon.id,
      partij,
      doel,
      medewerker_id: medewerker?.id ?? null,
      contactpersoon: medewerker?.naam ?? "Vrijwilliger Voorbeeld",
      begindatum: datum(begin),
      einddatum: einde === null ? null : datum(einde),
      beeindigd_op: isOpStaandeVoet ? `${datum(einde)}T14:30:00.000Z` : null,
      versie: isBeeindigd ? 2 : 1,
    });
  }
}

// Private: its end is known from the start, so this relation can end in the future.
function ontzorgenVan({ wpda }: Traject): Looptijd | null {
  if (!wpda.ontzorgen || !wpda.bijstand) return null;
  const { begin } = wpda.bijstand;
  return { begin, einde: eindeOntzorgen(begin) };
}

// Private: Humanitas is involved as long as it has a taak in a plan that is carried out.
function humanitasVan({ plan, inburgering }: Traject): Looptijd | null {
  const heeftTaak = plan?.taken.some(([, partij]) => partij === "humanitas");
  if (!heeftTaak || plan?.ondertekend == null) return null;
  return { begin: plan.ondertekend, einde: inburgering.plicht.einde };
}
