import type { DataSource } from "typeorm";

/** How many people are alike in what is counted. */
export interface Groep {
  readonly nationaliteit: string;
  readonly geslacht: string;
  /** In years, on the day of the count; empty when the day of birth is unknown. */
  readonly leeftijd: number | null;
  readonly aantal: number;
}

const groepenSql = `
  SELECT COALESCE(k.nationaliteit, 'ONBEKEND') AS nationaliteit, k.geslacht,
    extract(year FROM age($2::date, k.geboortedatum))::int AS leeftijd, count(*)::int AS aantal
  FROM klantdossier k
  WHERE k.gemeente = $1 AND EXISTS (SELECT 1 FROM uitkering u WHERE u.klantdossier_id = k.id
    AND u.ingangsdatum <= $2::date AND (u.einddatum IS NULL OR u.einddatum >= $2::date))
  GROUP BY 1, 2, 3`;

/** Counts the people of a gemeente with an uitkering that runs on a day; who has two counts once. One statement. */
export function countUitkeringen(
  dataSource: DataSource,
  gemeente: string,
  peildatum: string,
): Promise<readonly Groep[]> {
  return dataSource.query(groepenSql, [gemeente, peildatum]);
}
