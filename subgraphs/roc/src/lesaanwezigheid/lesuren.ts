import DataLoader from "dataloader";
import type { DataSource } from "typeorm";

/** The hours of the lessons of one inschrijving, added up. */
export interface Lesuren {
  readonly gevolgdeUren: number;
  readonly geoorloofdVerzuimUren: number;
  readonly ongeoorloofdVerzuimUren: number;
  readonly laatsteLes: string | null;
}

const geenLessen: Lesuren = {
  gevolgdeUren: 0,
  geoorloofdVerzuimUren: 0,
  ongeoorloofdVerzuimUren: 0,
  laatsteLes: null,
};

const lesurenSql = `
  SELECT inschrijving_id AS "inschrijvingId",
    COALESCE(sum(uren) FILTER (WHERE aanwezigheid = 'AANWEZIG'), 0)::int AS "gevolgdeUren",
    COALESCE(sum(uren) FILTER (WHERE aanwezigheid = 'GEOORLOOFD_VERZUIM'), 0)::int AS "geoorloofdVerzuimUren",
    COALESCE(sum(uren) FILTER (WHERE aanwezigheid = 'ONGEOORLOOFD_VERZUIM'), 0)::int AS "ongeoorloofdVerzuimUren",
    max(datum)::text AS "laatsteLes"
  FROM les WHERE inschrijving_id = ANY($1::uuid[]) GROUP BY inschrijving_id`;

/** Adds up the lessons of each inschrijving in the database: one statement, one row for each. */
export function lesurenByInschrijving(dataSource: DataSource): DataLoader<string, Lesuren> {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows: (Lesuren & { readonly inschrijvingId: string })[] = await dataSource.query(lesurenSql, [ids]);
    const found = new Map(rows.map(({ inschrijvingId, ...lesuren }) => [inschrijvingId, lesuren]));
    return ids.map((id) => found.get(id) ?? geenLessen);
  });
}

/** Which part of the hours somebody was there, in whole percents; nothing when there were no lessons. */
export function aanwezigheidspercentage(lesuren: Lesuren): number | null {
  const { gevolgdeUren, geoorloofdVerzuimUren, ongeoorloofdVerzuimUren } = lesuren;
  const totaal = gevolgdeUren + geoorloofdVerzuimUren + ongeoorloofdVerzuimUren;
  return totaal === 0 ? null : Math.round((100 * gevolgdeUren) / totaal);
}
