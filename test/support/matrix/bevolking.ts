import type { RowsByBronhouder } from "../database-door.ts";
import { type Dossier, dossierVan, metRijen } from "./dossier.ts";
import { gevallenVan } from "./gevallen.ts";
import { idVan, type Persoon, type PersoonMetRijen } from "./persoon.ts";
import { type Profiel, profielen } from "./profielen.ts";
import type { Rij, Sjablonen } from "./sjablonen.ts";

/** Everybody in the matrix, by profiel, and the rows that make them. */
export interface Bevolking {
  readonly personen: ReadonlyMap<Profiel, readonly PersoonMetRijen[]>;
  readonly rijen: RowsByBronhouder;
}

/** Makes a person for every case of every profiel, and beside them somebody who does not exist. */
export function maakBevolking(sjablonen: Sjablonen): Bevolking {
  const dossiers: Dossier[] = [];
  let nummer = 0;
  const personen = new Map(
    profielen.map((profiel) => {
      const gemaakt = gevallenVan(profiel).map((geval, index): PersoonMetRijen => {
        nummer += 1;
        const gezinId = idVan("gezin", profiel.naam, Math.floor(index / 2));
        const persoon: Persoon = {
          id: idVan("persoon", profiel.naam, index),
          nummer,
          profiel,
          geval,
          gezinId,
        };
        const dossier = dossierVan(persoon, sjablonen);
        dossiers.push(dossier);
        return metRijen(persoon, dossier);
      });
      return [profiel, [...gemaakt, niemandVan(profiel)]] as const;
    }),
  );
  return { personen, rijen: samen(dossiers) };
}

/** Whether a person exists. */
export function bestaat({ rijen }: PersoonMetRijen): boolean {
  return Object.keys(rijen).length > 0;
}

// Private.
function niemandVan(profiel: Profiel): PersoonMetRijen {
  const id = idVan("niemand", profiel.naam);
  const geval = { naam: "bestaat niet", geldt: new Set<string>() };
  return { id, nummer: 0, profiel, geval, gezinId: "", rijen: {} };
}

function samen(dossiers: readonly Dossier[]): RowsByBronhouder {
  const alle = new Map<string, Map<string, Map<string, Rij>>>();
  for (const [bronhouder, tabellen] of dossiers.flatMap((dossier) => Object.entries(dossier))) {
    const kept = alle.get(bronhouder) ?? new Map<string, Map<string, Rij>>();
    alle.set(bronhouder, kept);
    for (const [tabel, rijen] of Object.entries(tabellen)) {
      const byKey = kept.get(tabel) ?? new Map<string, Rij>();
      kept.set(tabel, byKey);
      // Two members of a gezin bring the same one.
      for (const rij of rijen) byKey.set(String(rij["id"] ?? rij["nieuwkomer_id"]), rij);
    }
  }
  const asRows = (tabellen: ReadonlyMap<string, ReadonlyMap<string, Rij>>) =>
    Object.fromEntries([...tabellen].map(([tabel, rijen]) => [tabel, [...rijen.values()]]));
  return Object.fromEntries([...alle].map(([bronhouder, tabellen]) => [bronhouder, asRows(tabellen)]));
}
