import type { RowsByBronhouder } from "../database-door.ts";
import { moment } from "./agreed.ts";

/** A row by its columns. */
export type Rij = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** By bronhouder and by table, in the order in which they can be filled: a row with something in every column. */
export type Sjablonen = ReadonlyMap<string, ReadonlyMap<string, Rij>>;

/** So many days from today, as JJJJ-MM-DD. */
export function dagVanaf(dagen: number): string {
  return new Date(moment.getTime() + dagen * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Makes from the rows that stand in the databases one example for each table, whatever its columns. It began long ago and ends far
 * away, so that everything runs.
 */
export function sjablonenUit(rows: RowsByBronhouder): Sjablonen {
  return new Map(
    Object.entries(rows).map(([bronhouder, tabellen]) => {
      const gevuld = Object.entries(tabellen).flatMap(([tabel, rijen]) => {
        const rij = volsteRij(rijen);
        return rij ? [[tabel, rij] as const] : [];
      });
      return [bronhouder, new Map(opVolgorde(gevuld))];
    }),
  );
}

/** The columns of a row that point to another table of the same bronhouder, by that table. */
export function verwijzingenIn(rij: Rij, tabellen: Iterable<string>): readonly string[] {
  return [...tabellen].filter((tabel) => Object.hasOwn(rij, `${tabel}_id`));
}

// Private.
const begin = /^(begindatum|startdatum|datum_start|ingangsdatum)$/;
const einde = /einde|einddatum/;
const dag = /^\d{4}-\d{2}-\d{2}$/;

function opVolgorde(gevuld: readonly (readonly [string, Rij])[]): readonly (readonly [string, Rij])[] {
  const namen = gevuld.map(([tabel]) => tabel);
  const geplaatst = new Map<string, Rij>();
  while (geplaatst.size < gevuld.length) {
    const volgende = gevuld.find(
      ([tabel, rij]) =>
        !geplaatst.has(tabel) && verwijzingenIn(rij, namen).every((ander) => geplaatst.has(ander)),
    );
    if (!volgende) throw new Error(`The tables ${namen.join(", ")} point to each other in a circle.`);
    geplaatst.set(...volgende);
  }
  return [...geplaatst];
}

function volsteRij(rijen: readonly Rij[]): Rij | undefined {
  const [eerste] = rijen;
  if (!eerste) return undefined;
  return Object.fromEntries(
    Object.keys(eerste).map((kolom) => [
      kolom,
      opTijd(kolom, rijen.find((rij) => rij[kolom] !== null && rij[kolom] !== "")?.[kolom] ?? null),
    ]),
  );
}

function opTijd(kolom: string, waarde: Rij[string] | undefined): Rij[string] {
  if (einde.test(kolom)) return dagVanaf(400);
  if (typeof waarde !== "string" || !dag.test(waarde)) return waarde ?? null;
  return begin.test(kolom) ? dagVanaf(-300) : dagVanaf(-100);
}
