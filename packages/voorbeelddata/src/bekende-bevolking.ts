import { bekendeNummers } from "./bekende-personen.ts";
import {
  alleenBijGemeente,
  alsGezinsmigrant,
  metVrijwilliger,
  netBegonnen,
  nietMeerBijWpda,
  opOnderwijsroute,
  opZRoute,
  volopBezig,
} from "./bekende-trajecten.ts";
import { type Dag, plusMaanden } from "./dagen.ts";
import { writeNieuwkomer } from "./dossiers/nieuwkomer.ts";
import { type Kenmerken, nummersVan, type Persoon } from "./persoon.ts";
import type { Register } from "./tabellen/register.ts";
import type { Traject } from "./traject.ts";
import { writeTraject } from "./write-traject.ts";

const nummer = bekendeNummers;

/** Writes the people of `bekendePersonen`, but for the oudewetter, who stands with the other oudewetters. */
export function writeBekendePersonen(register: Register, vandaag: Dag): void {
  const write = (persoon: Persoon, traject: Traject) => writeTraject(register, persoon, traject, vandaag);
  const alleen = (volgnummer: number, kenmerken: Partial<Kenmerken> = {}) =>
    persoonVan(volgnummer, 34, vandaag, kenmerken);

  write(alleen(nummer.asielstatushouderB1), volopBezig("GM1680", 1, vandaag));
  write(
    persoonVan(nummer.jongereOnderwijsroute, 19, vandaag, { nationaliteit: "ERITRESE", geslacht: "M" }),
    opOnderwijsroute(nummer.jongereOnderwijsroute, vandaag),
  );
  write(alleen(nummer.analfabeetZRoute), opZRoute(nummer.analfabeetZRoute, vandaag));
  write(
    alleen(nummer.gezinsmigrant, {
      doelgroep: "GEZINSMIGRANT_EN_OVERIGE_MIGRANT",
      gedetailleerdeDoelgroep: "GEZINSVORMER",
      nationaliteit: "TURKSE",
    }),
    alsGezinsmigrant(nummer.gezinsmigrant, vandaag),
  );
  write(alleen(nummer.alleenGemeente), alleenBijGemeente(nummer.alleenGemeente, vandaag));
  write(alleen(nummer.beeindigdeRelatie), nietMeerBijWpda(nummer.beeindigdeRelatie, vandaag));
  write(alleen(nummer.inOntzorgen), netBegonnen(nummer.inOntzorgen, vandaag));
  write(alleen(nummer.metVrijwilliger), metVrijwilliger(nummer.metVrijwilliger, vandaag));
  write(alleen(nummer.inAssen, { gemeente: "GM0106" }), volopBezig("GM0106", 1, vandaag));
  write(alleen(nummer.inTynaarlo, { gemeente: "GM1730" }), volopBezig("GM1730", 2, vandaag));
  writeGezin(register, vandaag);
}

// Private: two parents and two children, of six and nine years old.
function writeGezin(register: Register, vandaag: Dag): void {
  const ouder = nummersVan(nummer.gezinMetKinderen);
  const gezinId = ouder.ids.next();
  register.gemeente.gezin.push({ id: gezinId });
  const lid = (rol: "OUDER" | "PARTNER" | "KIND") =>
    ({ gezin: { id: gezinId, rol }, huishouden: ouder.volgnummer }) as const;

  const eerste: Persoon = { ...persoonVan(ouder.volgnummer, 38, vandaag, lid("OUDER")), ...ouder };
  writeTraject(register, eerste, volopBezig("GM1680", 3, vandaag), vandaag);

  const nareiziger = { gedetailleerdeDoelgroep: "GEZINSHERENIGER_MET_ASIELSTATUSHOUDER" } as const;
  const partner = persoonVan(nummer.partnerInGezin, 36, vandaag, {
    ...lid("PARTNER"),
    ...nareiziger,
    geslacht: "M",
  });
  writeTraject(register, partner, volopBezig("GM1680", 4, vandaag), vandaag);

  for (const [volgnummer, jaren] of [
    [nummer.kindInGezin, 6],
    [nummer.tweedeKindInGezin, 9],
  ] as const) {
    const kind = persoonVan(volgnummer, jaren, vandaag, { ...lid("KIND"), ...nareiziger });
    writeNieuwkomer(register, kind, null);
  }
}

// Private: so many years and three months old today; a Syrian woman alone in Aa en Hunze, unless told otherwise.
function persoonVan(volgnummer: number, jaren: number, vandaag: Dag, kenmerken: Partial<Kenmerken>): Persoon {
  return {
    ...nummersVan(volgnummer),
    gemeente: "GM1680",
    regime: "WI2021",
    doelgroep: "ASIELSTATUSHOUDER",
    gedetailleerdeDoelgroep: "ASIELSTATUSHOUDER",
    geboortedatum: plusMaanden(vandaag, -12 * jaren - 3),
    geslacht: "V",
    nationaliteit: "SYRISCHE",
    gezin: null,
    huishouden: volgnummer,
    ...kenmerken,
  };
}
