import { adresVan, contactVan } from "../adressen.ts";
import { testBsn } from "../bsn.ts";
import { datum } from "../dagen.ts";
import type { Medewerker } from "../medewerkers.ts";
import { naamVan } from "../namen.ts";
import type { Persoon } from "../persoon.ts";
import type { Register } from "../tabellen/register.ts";

const contacttalen: Record<string, string> = {
  SYRISCHE: "ara",
  ERITRESE: "tir",
  NEDERLANDSE: "nld",
  LIBISCHE: "ara",
  "BURGER VAN NIGERIA": "eng",
  IRAAKSE: "ckb",
  SOEDANESE: "ara",
  AFGHAANSE: "prs",
  IRAANSE: "fas",
  TURKSE: "tur",
  SOMALISCHE: "som",
  MAROKKAANSE: "ary",
  THAISE: "tha",
};

/** Writes the person himself, and the regievoerder who has him in his care. */
export function writeNieuwkomer(register: Register, persoon: Persoon, regievoerder: Medewerker | null): void {
  const { volgnummer, huishouden, gemeente, nationaliteit, gezin } = persoon;
  const naam = naamVan(volgnummer, huishouden);
  const adres = adresVan(huishouden, gemeente);
  const contact = contactVan(volgnummer);
  register.gemeente.nieuwkomer.push({
    id: persoon.id,
    // Now and then someone has no BSN yet: he waits for his registration in the Basisregistratie Personen.
    bsn: volgnummer % 97 === 96 ? null : testBsn(volgnummer),
    v_nummer: String(volgnummer).padStart(10, "0"),
    voornamen: naam.voornamen,
    voorvoegsel: naam.voorvoegsel,
    geslachtsnaam: naam.geslachtsnaam,
    straat: adres.straat,
    huisnummer: adres.huisnummer,
    postcode: adres.postcode,
    woonplaats: adres.woonplaats,
    gemeente,
    geboortedatum: datum(persoon.geboortedatum),
    geslacht: persoon.geslacht,
    nationaliteit,
    telefoonnummer: contact.telefoonnummer,
    emailadres: contact.emailadres,
    contacttaal: contacttalen[nationaliteit ?? ""] ?? null,
    regime: persoon.regime,
    doelgroep: persoon.doelgroep,
    gedetailleerde_doelgroep: persoon.gedetailleerdeDoelgroep,
    gezin_id: gezin?.id ?? null,
    gezinsrol: gezin?.rol ?? null,
    regievoerder_id: regievoerder?.id ?? null,
    regievoerder: regievoerder?.naam ?? null,
  });
}
