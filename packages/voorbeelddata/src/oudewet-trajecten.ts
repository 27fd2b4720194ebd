import { type Dag, dag, plusMaanden } from "./dagen.ts";
import type { Plan } from "./dossiers/plan.ts";
import { type Looptijd, looptijd } from "./looptijd.ts";
import { medewerkersVoor } from "./medewerkers.ts";
import { oudewetInburgering } from "./oudewet-inburgering.ts";
import { type Oudewetter, oudewetters } from "./oudewetters.ts";
import { nummersVan, type Persoon } from "./persoon.ts";
import { tabel1 } from "./tabel-1.ts";
import type { Register } from "./tabellen/register.ts";
import { geenDossiers, type Traject } from "./traject.ts";
import type { Willekeur } from "./willekeur.ts";
import { writeTraject } from "./write-traject.ts";

const overigeNationaliteiten = [
  ...(["SYRISCHE", "SYRISCHE", "ERITRESE", "IRAAKSE", "AFGHAANSE", "IRAANSE", "SOMALISCHE"] as const),
] as const satisfies readonly string[];

/** Writes the oudewetters of Aa en Hunze. */
export function writeOudewetters(register: Register, vandaag: Dag): void {
  for (const oudewetter of oudewetters) {
    const persoon = persoonVan(oudewetter);
    writeTraject(register, persoon, trajectVan(oudewetter, persoon, vandaag), vandaag);
  }
}

// Private.
function persoonVan(oudewetter: Oudewetter): Persoon {
  const nummers = nummersVan(oudewetter.volgnummer);
  const { random, volgnummer } = nummers;
  const isGezinsmigrant =
    oudewetter.stand.soort === "VOLDAAN" && oudewetter.stand.niveau !== "A2" && !tabel1.has(volgnummer);
  return {
    ...nummers,
    gemeente: "GM1680",
    regime: "WI2013",
    doelgroep: isGezinsmigrant ? "GEZINSMIGRANT_EN_OVERIGE_MIGRANT" : "ASIELSTATUSHOUDER",
    gedetailleerdeDoelgroep: isGezinsmigrant ? "GEZINSVORMER" : "ASIELSTATUSHOUDER",
    gezin: null,
    huishouden: volgnummer,
    ...(tabel1.get(volgnummer) ?? overigeKenmerken(oudewetter, random)),
  };
}

// Private: of whom TABEL 1 says nothing; grown up when the plicht began.
function overigeKenmerken({ begin }: Oudewetter, random: Willekeur) {
  return {
    nationaliteit: random.kies(overigeNationaliteiten),
    geslacht: random.kans(0.55) ? ("M" as const) : ("V" as const),
    geboortedatum: plusMaanden(begin, -12 * random.geheel(19, 48)) - random.geheel(0, 364),
  };
}

// Private: who is plichtig today is guided as under the new law (notitie, paragraaf 3.2); the others are history.
function trajectVan(oudewetter: Oudewetter, persoon: Persoon, vandaag: Dag): Traject {
  const { random, volgnummer } = persoon;
  const inburgering = oudewetInburgering(oudewetter, random, vandaag);
  const traject: Traject = {
    ...geenDossiers,
    inburgering,
    wpda: {
      ...geenDossiers.wpda,
      bijstand: bijstandVan(oudewetter, random, inburgering.plicht.einde, vandaag),
    },
    medewerkers: medewerkersVoor(volgnummer, persoon.gemeente),
  };
  return oudewetter.isNogPlichtig
    ? { ...traject, ...begeleidAlsNieuwewetter(traject, random, vandaag) }
    : traject;
}

// Private: of the 52 of TABEL 1 it runs in all of November 2019; of nobody else.
function bijstandVan(
  { begin, volgnummer, isNogPlichtig, stand }: Oudewetter,
  random: Willekeur,
  eindePlicht: Dag | null,
  vandaag: Dag,
): Looptijd | null {
  if (tabel1.has(volgnummer)) {
    const ingang = Math.min(begin + random.geheel(5, 60), dag("2019-10-15"));
    const naPeildatum = dag("2020-02-01") + random.geheel(0, 500);
    const uiterlijk = eindePlicht === null ? null : Math.max(eindePlicht, naPeildatum);
    return uiterlijk === null
      ? { begin: ingang, einde: null }
      : looptijd(ingang, Infinity, vandaag, uiterlijk);
  }
  if (isNogPlichtig) return { begin: dag("2021-03-01") + random.geheel(0, 200), einde: null };
  const laatste = dag("2019-08-31");
  const heeftGehad = stand.soort === "VOLDAAN" && begin < dag("2017-01-01") && random.kans(0.5);
  return heeftGehad ? looptijd(begin + 30, random.geheel(300, 900), vandaag, laatste) : null;
}

// Private.
function begeleidAlsNieuwewetter(traject: Traject, random: Willekeur, vandaag: Dag): Partial<Traject> {
  const dagtekening = dag("2021-10-04") + random.geheel(0, 120);
  const plan: Plan = {
    status: "ONDERTEKEND",
    dagtekening,
    ondertekend: dagtekening + 7,
    leerroute: null,
    taken: [
      ["FINANCIEN", "humanitas"],
      ["ZORG", "sociaal-team"],
      ["SAMENLEVING", "gemeente"],
      ["WERK", "wpda"],
      ["ONTMOETEN", "vluchtelingenwerk"],
    ],
    stand: "ONDERWEG",
  };
  return {
    plan,
    wpda: { ...traject.wpda, reintegratie: { begin: vandaag - random.geheel(60, 400), einde: null } },
    begeleiding: {
      looptijd: { begin: vandaag - random.geheel(200, 700), einde: null },
      heeftNotitie: true,
      pvt: null,
    },
  };
}
