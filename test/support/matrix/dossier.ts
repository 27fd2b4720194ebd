import { ketenrelatiesVan } from "./ketenrelaties.ts";
import { leefgebieden } from "./leefgebieden.ts";
import { gemeenteVan, idVan, type Persoon, type PersoonMetRijen } from "./persoon.ts";
import { collega } from "./profielen.ts";
import { dagVanaf, type Rij, type Sjablonen, verwijzingenIn } from "./sjablonen.ts";
import { takenVan } from "./taken.ts";
import { toestemmingenVan } from "./toestemmingen.ts";

/** What stands about a person, by bronhouder and by table. */
export type Dossier = Readonly<Record<string, Readonly<Record<string, readonly Rij[]>>>>;

/** A complete dossier for a person: a row in every table of every bronhouder, so that a field that is open has something to show. */
export function dossierVan(persoon: Persoon, sjablonen: Sjablonen): Dossier {
  return Object.fromEntries(
    [...sjablonen].map(([bronhouder, tabellen]) => [
      bronhouder,
      Object.fromEntries(
        [...tabellen]
          .filter(([tabel]) => tabel !== "idempotentie")
          .map(([tabel, sjabloon]) => [
            tabel,
            versiesVan(persoon, bronhouder, tabel, sjabloon).map((anders, index) =>
              rijVan(persoon, tabel, index, { ...sjabloon, ...bekendIn(sjabloon, anders) }, tabellen.keys()),
            ),
          ]),
      ),
    ]),
  );
}

/** The rows of a dossier by table alone: no two bronhouders have one of the same name. */
export function metRijen(persoon: Persoon, dossier: Dossier): PersoonMetRijen {
  return { ...persoon, rijen: Object.assign({}, ...Object.values(dossier)) };
}

// Private: what makes each row of a table about this person differ from the example.
function versiesVan(persoon: Persoon, bronhouder: string, tabel: string, sjabloon: Rij): readonly Rij[] {
  if (tabel === "nieuwkomer") return [nieuwkomerVan(persoon)];
  if (tabel === "gezin") return [{ id: persoon.gezinId }];
  if (tabel === "ketenrelatie") return ketenrelatiesVan(persoon);
  if (tabel === "taak") return takenVan(persoon);
  if (tabel === "toestemming") return toestemmingenVan(persoon);
  if (tabel === "doel") return leefgebieden.map((leefgebied) => ({ leefgebied }));
  if (tabel === "ontzorgen") return [{ einddatum: dagVanaf(ontzorgenLoopt(persoon) ? 100 : -1) }];
  return [Object.hasOwn(sjabloon, "gemeente") ? registerrijVan(persoon, bronhouder, sjabloon) : {}];
}

function nieuwkomerVan(persoon: Persoon): Rij {
  const nummer = String(persoon.nummer);
  return {
    bsn: `99998${nummer.padStart(4, "0")}`,
    v_nummer: `9${nummer.padStart(9, "0")}`,
    voornamen: `Matrix ${nummer}`,
    geslachtsnaam: `Voorbeeld ${nummer}`,
    gemeente: gemeenteVan(persoon),
    gezin_id: persoon.gezinId,
  };
}

function ontzorgenLoopt({ profiel, geval }: Persoon): boolean {
  const telt = profiel.openingen.some(({ voorwaarden }) => voorwaarden.includes("lopend: ontzorgen"));
  return !telt || geval.geldt.has("lopend: ontzorgen");
}

/** A dossier in a register: that of the caller's own partij is closed, unless the case says that it is open. */
function registerrijVan(persoon: Persoon, bronhouder: string, sjabloon: Rij): Rij {
  const { profiel, geval } = persoon;
  const isEigen = geval.geldt.has("eigen-register");
  const medewerker = isEigen && geval.geldt.has("eigen-caseload") ? profiel.medewerker : collega;
  const namen = Object.keys(sjabloon).filter((kolom) => /(manager|coach|begeleider)_id$/.test(kolom));
  return {
    gemeente: gemeenteVan(persoon),
    einddatum: dagVanaf(bronhouder === profiel.partij && !isEigen ? -1 : 400),
    ...Object.fromEntries(namen.map((kolom) => [kolom, medewerker])),
  };
}

function bekendIn(sjabloon: Rij, anders: Rij): Rij {
  return Object.fromEntries(Object.entries(anders).filter(([kolom]) => Object.hasOwn(sjabloon, kolom)));
}

/** The example, about this person, with keys of its own and texts that are nobody else's. */
function rijVan(persoon: Persoon, tabel: string, index: number, rij: Rij, tabellen: Iterable<string>): Rij {
  const keys = verwijzingenIn(rij, tabellen).map((ander) => [
    `${ander}_id`,
    ander === "gezin" ? persoon.gezinId : idVan(persoon.id, ander, 0),
  ]);
  const id =
    tabel === "nieuwkomer"
      ? persoon.id
      : tabel === "gezin"
        ? persoon.gezinId
        : idVan(persoon.id, tabel, index);
  const eigenTekst = Object.entries(rij).flatMap(([kolom, waarde]) =>
    /omschrijving|notitie|opleiding|contactpersoon/.test(kolom) && typeof waarde === "string"
      ? [[kolom, `Tekst ${persoon.nummer}-${index} over ${kolom}`]]
      : [],
  );
  return {
    ...rij,
    ...Object.fromEntries([...keys, ...eigenTekst]),
    ...(Object.hasOwn(rij, "id") ? { id } : {}),
    ...(Object.hasOwn(rij, "nieuwkomer_id") ? { nieuwkomer_id: persoon.id } : {}),
  };
}
