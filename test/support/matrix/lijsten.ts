import { coverage } from "./agreed.ts";
import { bestaat } from "./bevolking.ts";
import { dossiersVan, ketenFeitenVan } from "./feiten-uit-rijen.ts";
import { ownersOf } from "./owners.ts";
import type { PersoonMetRijen } from "./persoon.ts";
import { regie } from "./verwachting.ts";
import type { Onderzoek } from "./vraag.ts";

/** Whom a list holds: who has a row in it, and about whom the caller may read what the list is of. */
export function inLijst(
  veld: string,
  { personen, profiel, verwachting }: Onderzoek,
): readonly PersoonMetRijen[] {
  const bronhouder = ownersOf("Query", veld)[0] ?? regie;
  const verwijzingen = coverage.get(`Query.${veld}`) ?? [];
  return personen.filter(
    (persoon) =>
      bestaat(persoon) &&
      heeftRij(veld, bronhouder, persoon, profiel.partij) &&
      !verwachting.ter({ bronhouder, metToegang: false, persoon }, verwijzingen),
  );
}

/** The members of a person's gezin who may be seen in it. */
export function ledenVan(
  { gezinId }: PersoonMetRijen,
  { personen, verwachting }: Onderzoek,
): readonly PersoonMetRijen[] {
  const nodig = [
    { actie: "lezen", gegeven: "nieuwkomer" },
    { actie: "lezen", gegeven: "gezin" },
  ] as const;
  return personen.filter(
    (lid) =>
      bestaat(lid) &&
      lid.gezinId === gezinId &&
      !verwachting.ter({ bronhouder: regie, metToegang: false, persoon: lid }, nodig),
  );
}

// Private: the gemeente lists people and a partij's own tasks; a partner lists the open dossiers of its own register.
function heeftRij(veld: string, bronhouder: string, persoon: PersoonMetRijen, partij: string): boolean {
  if (veld === "nieuwkomers") return true;
  if (veld === "mijnTaken") return (ketenFeitenVan(persoon, partij)?.openTaken.length ?? 0) > 0;
  if (bronhouder === regie) throw new Error(`Say in the matrix who has a row in ${veld}.`);
  return bronhouder === partij && dossiersVan(persoon, bronhouder).length > 0;
}
