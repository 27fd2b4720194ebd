import { type Dag, datum } from "../dagen.ts";
import type { Looptijd } from "../looptijd.ts";
import type { Medewerker } from "../medewerkers.ts";
import { notitiemerk, type Persoon } from "../persoon.ts";
import type { Register } from "../tabellen/register.ts";
import type { Begeleidingsonderwerp } from "../tabellen/vluchtelingenwerk.ts";
import { begeleidingsteksten } from "../teksten.ts";

/** The participatieverklaringstraject: so many weekly bijeenkomsten from `begin` on. */
export interface Pvt {
  readonly begin: Dag;
  readonly bijeenkomsten: number;
}

/** What VluchtelingenWerk does for one person. */
export interface Begeleiding {
  readonly looptijd: Looptijd;
  readonly heeftNotitie: boolean;
  readonly pvt: Pvt | null;
}

const onderwerpen: readonly Begeleidingsonderwerp[] = [
  ...([
    "WONEN",
    "ZORG",
    "WERK",
    "INKOMEN",
    "VERZEKERINGEN",
    "ONDERWIJS",
    "LEEFOMGEVING",
    "OPVOEDING",
  ] as const),
];

const UREN_PER_BIJEENKOMST = 3;
/** Besluit inburgering 2021, artikel 3.1: at least twelve hours, and then the signing. */
const UREN_VOOR_ONDERTEKENING = 12;

/** Writes the begeleiding, and the pvt that belongs to it. */
export function writeBegeleiding(
  register: Register,
  persoon: Persoon,
  begeleiding: Begeleiding,
  begeleider: Medewerker,
): void {
  const { looptijd, pvt } = begeleiding;
  const { random, volgnummer } = persoon;
  const begeleidingId = persoon.ids.next();
  const notitie = `${notitiemerk(volgnummer, 0)} ${random.kies(begeleidingsteksten)}`;
  const first = random.geheel(0, 3);
  register.vluchtelingenwerk.begeleiding.push({
    id: begeleidingId,
    nieuwkomer_id: persoon.id,
    gemeente: persoon.gemeente,
    begeleider_id: begeleider.id,
    startdatum: datum(looptijd.begin),
    einddatum: looptijd.einde === null ? null : datum(looptijd.einde),
    onderwerpen: onderwerpen.slice(first, first + random.geheel(2, 5)),
    notitie: begeleiding.heeftNotitie ? notitie : null,
  });
  if (pvt) writePvt(register, persoon, begeleidingId, pvt);
}

// Private: signed a week after the twelfth hour, and not before.
function writePvt(register: Register, persoon: Persoon, begeleidingId: string, pvt: Pvt): void {
  const pvtId = persoon.ids.next();
  const bijeenkomsten = Array.from({ length: pvt.bijeenkomsten }, (_, week) => ({
    dag: pvt.begin + 7 * week,
    aanwezig: week === 0 || persoon.random.kans(0.9),
  }));
  const gevolgd = bijeenkomsten.filter(({ aanwezig }) => aanwezig);
  const twaalfde = gevolgd[UREN_VOOR_ONDERTEKENING / UREN_PER_BIJEENKOMST - 1];
  register.vluchtelingenwerk.pvt.push({
    id: pvtId,
    begeleiding_id: begeleidingId,
    nieuwkomer_id: persoon.id,
    startdatum: datum(pvt.begin),
    datum_ondertekening: twaalfde ? datum(twaalfde.dag + 7) : null,
  });
  for (const { dag, aanwezig } of bijeenkomsten) {
    register.vluchtelingenwerk.pvt_bijeenkomst.push({
      id: persoon.ids.next(),
      pvt_id: pvtId,
      nieuwkomer_id: persoon.id,
      datum: datum(dag),
      uren: UREN_PER_BIJEENKOMST,
      aanwezig,
    });
  }
}
