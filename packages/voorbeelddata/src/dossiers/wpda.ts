import { type Dag, datum, plusMaanden } from "../dagen.ts";
import { type Looptijd, loopt } from "../looptijd.ts";
import type { Medewerkers } from "../medewerkers.ts";
import type { Persoon } from "../persoon.ts";
import type { Register } from "../tabellen/register.ts";
import type { ReintegratieSoort, UitkeringSoort } from "../tabellen/wpda.ts";

/** What WPDA does for one person; its dossier is open as long as one of these runs. */
export interface WpdaDossier {
  readonly bijstand: Looptijd | null;
  readonly reintegratie: Looptijd | null;
  /** Whether fixed costs are paid in the first six months of the bijstand (Participatiewet, artikel 56a). */
  readonly ontzorgen: boolean;
}

const ONTZORGEN_MAANDEN = 6;

const reintegratiesoorten: readonly [ReintegratieSoort, ...ReintegratieSoort[]] = [
  "WERKERVARINGSPLEK",
  "STAGE",
  "PROEFPLAATSING",
  "TAALCOACH_OP_DE_WERKVLOER",
  "PARTICIPATIEPLAATS",
  "SCHOLING",
  "LOONKOSTENSUBSIDIE",
];

/** When ontzorgen ends if the bijstand begins on this day. */
export function eindeOntzorgen(beginBijstand: Dag): Dag {
  return plusMaanden(beginBijstand, ONTZORGEN_MAANDEN) - 1;
}

/** Writes the klantdossier and all that hangs on it; nothing for who was never a client. */
export function writeWpda(
  register: Register,
  persoon: Persoon,
  dossier: WpdaDossier,
  medewerkers: Medewerkers,
): void {
  const { bijstand, reintegratie } = dossier;
  const first = bijstand ?? reintegratie;
  if (first === null) return;

  const begin = Math.min(first.begin, reintegratie?.begin ?? first.begin);
  const einde = Math.max(bijstand?.einde ?? begin, reintegratie?.einde ?? begin);
  const isOpen = loopt(bijstand) || loopt(reintegratie);
  const klantdossierId = persoon.ids.next();
  register.wpda.klantdossier.push({
    id: klantdossierId,
    nieuwkomer_id: persoon.id,
    gemeente: persoon.gemeente,
    begindatum: datum(begin),
    einddatum: isOpen ? null : datum(einde),
    klantmanager_id: medewerkers.klantmanager.id,
    werkcoach_id: reintegratie === null ? null : medewerkers.werkcoach.id,
    participatiecoach_id: medewerkers.participatiecoach?.id ?? null,
    geboortedatum: datum(persoon.geboortedatum),
    geslacht: persoon.geslacht,
    nationaliteit: persoon.nationaliteit,
  });
  if (bijstand) writeUitkering(register, persoon, klantdossierId, bijstand);
  if (reintegratie) writeReintegratie(register, persoon, klantdossierId, reintegratie);
  if (bijstand && dossier.ontzorgen) writeOntzorgen(register, persoon, bijstand.begin);
}

// Private: amounts are odd on purpose, and different per person: a search for the digits finds every leak.
function bedrag(vanaf: number, stap: number, volgnummer: number): number {
  return vanaf + (volgnummer % 4_001) * stap;
}

// Private.
function writeUitkering(
  register: Register,
  persoon: Persoon,
  klantdossierId: string,
  bijstand: Looptijd,
): void {
  const { volgnummer, random } = persoon;
  const uitkering = (soort: UitkeringSoort, van: Dag, tot: Dag | null, bedragInCenten: number) =>
    register.wpda.uitkering.push({
      id: persoon.ids.next(),
      klantdossier_id: klantdossierId,
      nieuwkomer_id: persoon.id,
      soort,
      ingangsdatum: datum(van),
      einddatum: tot === null ? null : datum(tot),
      bedrag_in_centen: bedragInCenten,
    });
  const isBbz = persoon.regime === "WI2021" && random.kans(0.03);
  uitkering(
    isBbz ? "BBZ" : "PARTICIPATIEWET",
    bijstand.begin,
    bijstand.einde,
    bedrag(104_117, 37, volgnummer),
  );
  if (persoon.regime === "WI2021" && bijstand.einde !== null && random.kans(0.3)) {
    uitkering("BIJZONDERE_BIJSTAND", bijstand.begin, bijstand.begin, bedrag(31_013, 23, volgnummer));
  }
}

// Private.
function writeReintegratie(
  register: Register,
  persoon: Persoon,
  klantdossierId: string,
  looptijd: Looptijd,
): void {
  const { random } = persoon;
  register.wpda.reintegratievoorziening.push({
    id: persoon.ids.next(),
    klantdossier_id: klantdossierId,
    nieuwkomer_id: persoon.id,
    soort: random.kies(reintegratiesoorten),
    datum_start: datum(looptijd.begin),
    datum_verwacht_einde: random.kans(0.2) ? null : datum(looptijd.begin + random.geheel(180, 540)),
    datum_einde: looptijd.einde === null ? null : datum(looptijd.einde),
    uren_per_week: random.geheel(8, 32),
    versie: looptijd.einde === null ? 1 : 2,
  });
}

// Private.
function writeOntzorgen(register: Register, persoon: Persoon, begin: Dag): void {
  const { volgnummer } = persoon;
  const ontzorgenId = persoon.ids.next();
  register.wpda.ontzorgen.push({
    id: ontzorgenId,
    nieuwkomer_id: persoon.id,
    begindatum: datum(begin),
    einddatum: datum(eindeOntzorgen(begin)),
  });
  const lasten = [
    { soort: "HUUR", bedrag_in_centen: bedrag(51_013, 41, volgnummer) },
    { soort: "GAS_WATER_STROOM", bedrag_in_centen: bedrag(14_107, 17, volgnummer) },
    { soort: "ZORGVERZEKERING", bedrag_in_centen: bedrag(13_009, 19, volgnummer) },
  ] as const;
  for (const last of lasten) {
    const id = persoon.ids.next();
    register.wpda.vaste_last.push({ id, ontzorgen_id: ontzorgenId, nieuwkomer_id: persoon.id, ...last });
  }
}
