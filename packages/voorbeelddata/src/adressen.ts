import type { Gemeentecode } from "./gemeenten.ts";

const straten = ["Voorbeeldlaan", "Proefstraat", "Testweg", "Verzonnenpad", "Modelplein", "Oefenhof"];

const woonplaatsen: Record<Gemeentecode, string> = {
  GM0106: "Voorbeeldstad",
  GM1680: "Voorbeelddorp",
  GM1730: "Voorbeeldwoude",
};

/** Where a household lives: a street that does not exist, at a postcode that cannot exist (they start at 1000). */
export function adresVan(huishouden: number, gemeente: Gemeentecode) {
  const letter = (index: number) => String.fromCharCode(65 + (index % 26));
  return {
    straat: straten[huishouden % straten.length] ?? null,
    huisnummer: `${1 + (huishouden % 230)}${huishouden % 13 === 12 ? "a" : ""}`,
    postcode: `0${String(huishouden % 1000).padStart(3, "0")}${letter(huishouden)}${letter(huishouden * 3)}`,
    woonplaats: woonplaatsen[gemeente],
  };
}

/** A telephone number that cannot be dialled and an address in a domain kept for examples (RFC 2606). */
export function contactVan(volgnummer: number) {
  return {
    telefoonnummer: `+31${String(volgnummer).padStart(9, "0")}`,
    emailadres: volgnummer % 17 === 16 ? null : `nieuwkomer-${volgnummer}@example.org`,
  };
}
