import { type Dag, dag } from "./dagen.ts";
import { writeNieuwkomer } from "./dossiers/nieuwkomer.ts";
import type { Gemeentecode } from "./gemeenten.ts";
import { drawTraject } from "./nieuwewet-traject.ts";
import { type Kenmerken, type Nummers, nummersVan, type Persoon } from "./persoon.ts";
import type { Gezinsrol } from "./tabellen/gemeente.ts";
import type { Register } from "./tabellen/register.ts";
import type { Willekeur } from "./willekeur.ts";
import { writeTraject } from "./write-traject.ts";

/** The Wet inburgering 2021 has been in force since the first of that month. */
const firstBegin = dag("2022-01-10");

/** In every eight people there is a gezin of three, and in every sixteen one of four more. */
const gezinsrollen: readonly (Gezinsrol | null)[] = [
  ...(["OUDER", "PARTNER", "KIND", null, null, null, null, null] as const),
  ...(["OUDER", "PARTNER", "KIND", "KIND", null, null, null, null] as const),
];

const nationaliteiten = [
  ...(["SYRISCHE", "SYRISCHE", "SYRISCHE", "ERITRESE", "ERITRESE", "AFGHAANSE", "IRAAKSE"] as const),
  ...(["SOMALISCHE", "SOEDANESE", "IRAANSE", "STAATLOOS", null] as const),
] as const;
const nationaliteitenGezinsmigranten = ["TURKSE", "MAROKKAANSE", "THAISE", "BURGER VAN NIGERIA"] as const;

/** What the members of a gezin have in common. */
interface Huishouden {
  readonly gezinId: string;
  readonly nummer: number;
  readonly nationaliteit: string | null;
  readonly begin: Dag;
}

/** Writes so many people of one gemeente under the law of 2021, numbered from `eerste` on. */
export function writeNieuwewetters(
  register: Register,
  keuze: { gemeente: Gemeentecode; eerste: number; aantal: number; vandaag: Dag },
): void {
  let huishouden: Huishouden | null = null;
  for (let index = 0; index < keuze.aantal; index += 1) {
    const nummers = nummersVan(keuze.eerste + index);
    const rol = gezinsrollen[index % gezinsrollen.length] ?? null;
    if (rol === "OUDER") huishouden = startHuishouden(register, nummers, keuze.vandaag);
    const gezin: Gezinsplaats | null = huishouden && rol && { huishouden, rol };
    writePersoon(register, drawPersoon(nummers, keuze.gemeente, gezin, keuze.vandaag), gezin, keuze.vandaag);
  }
}

interface Gezinsplaats {
  readonly huishouden: Huishouden;
  readonly rol: Gezinsrol;
}

// Private: a child has no plicht, so the gemeente knows him and nothing more.
function writePersoon(register: Register, persoon: Persoon, gezin: Gezinsplaats | null, vandaag: Dag): void {
  if (gezin?.rol === "KIND") {
    writeNieuwkomer(register, persoon, null);
    return;
  }
  const begin = beginVan(persoon.random, gezin, vandaag);
  writeTraject(register, persoon, drawTraject(persoon, begin, vandaag), vandaag);
}

// Private.
function startHuishouden(register: Register, { volgnummer, ids, random }: Nummers, vandaag: Dag): Huishouden {
  const gezinId = ids.next();
  register.gemeente.gezin.push({ id: gezinId });
  return {
    gezinId,
    nummer: volgnummer,
    nationaliteit: random.kies(nationaliteiten),
    begin: random.geheel(firstBegin, vandaag - 14),
  };
}

// Private: a partner follows within a year.
function beginVan(random: Willekeur, gezin: Gezinsplaats | null, vandaag: Dag): Dag {
  if (gezin === null) return random.geheel(firstBegin, vandaag - 14);
  const { begin } = gezin.huishouden;
  return gezin.rol === "OUDER" ? begin : random.geheel(begin, Math.min(begin + 365, vandaag - 7));
}

// Private.
function drawPersoon(
  nummers: Nummers,
  gemeente: Gemeentecode,
  gezin: Gezinsplaats | null,
  vandaag: Dag,
): Persoon {
  const { random, volgnummer } = nummers;
  const { doelgroep, gedetailleerdeDoelgroep, nationaliteit } = drawDoelgroep(random, gezin);
  // Written out, not spread: a load test makes tens of thousands of these.
  return {
    volgnummer,
    id: nummers.id,
    ids: nummers.ids,
    random,
    gemeente,
    regime: "WI2021",
    doelgroep,
    gedetailleerdeDoelgroep,
    geboortedatum: drawGeboortedatum(random, gezin, vandaag),
    geslacht: volgnummer % 89 === 88 ? "O" : random.kans(0.55) ? "M" : "V",
    nationaliteit,
    gezin: gezin && { id: gezin.huishouden.gezinId, rol: gezin.rol },
    huishouden: gezin?.huishouden.nummer ?? volgnummer,
  };
}

// Private: a child is one today; the others were grown up when their plicht began.
function drawGeboortedatum(random: Willekeur, gezin: Gezinsplaats | null, vandaag: Dag): Dag {
  if (gezin?.rol === "KIND") return vandaag - random.geheel(200, 17 * 365);
  return (gezin?.huishouden.begin ?? firstBegin) - random.geheel(19 * 365, 53 * 365);
}

type Herkomst = Pick<Kenmerken, "doelgroep" | "gedetailleerdeDoelgroep" | "nationaliteit">;

// Private: a gezin follows an asielstatushouder; of who came alone, a quarter came for another reason.
function drawDoelgroep(random: Willekeur, gezin: Gezinsplaats | null): Herkomst {
  if (gezin) {
    const isEerste = gezin.rol === "OUDER";
    return {
      doelgroep: "ASIELSTATUSHOUDER",
      gedetailleerdeDoelgroep: isEerste ? "ASIELSTATUSHOUDER" : "GEZINSHERENIGER_MET_ASIELSTATUSHOUDER",
      nationaliteit: gezin.huishouden.nationaliteit,
    };
  }
  if (random.kans(0.75)) {
    const nationaliteit = random.kies(nationaliteiten);
    return {
      doelgroep: "ASIELSTATUSHOUDER",
      gedetailleerdeDoelgroep: "ASIELSTATUSHOUDER",
      nationaliteit,
    };
  }
  return {
    doelgroep: "GEZINSMIGRANT_EN_OVERIGE_MIGRANT",
    gedetailleerdeDoelgroep: random.kies(["GEZINSVORMER", "GEZINSVORMER", "GEZINSHERENIGER", "OVERIG"]),
    nationaliteit: random.kies(nationaliteitenGezinsmigranten),
  };
}
