import type { DataSource } from "typeorm";

/** What is counted, in the words of the enum Inburgeringskenmerk. */
export const kenmerken = [
  "INBURGERINGSPLICHTIG_GEWORDEN",
  "VOLDAAN",
  "NOG_INBURGERINGSPLICHTIG",
  "EXAMEN_A2",
  "EXAMEN_B1",
  "EXAMEN_B2",
  "ONTHEFFING_GEKREGEN",
  "VERLENGING_GEKREGEN",
  "TERMIJN_VERLOOPT_BINNEN_6_MAANDEN",
  "TERMIJN_VERLOOPT_6_TOT_12_MAANDEN",
] as const;

/** The people whose duty began in one half year, counted. */
export type Cohort = { readonly cohort: string } & Readonly<Record<(typeof kenmerken)[number], number>>;

const cohortSql = `
  WITH mens AS (
    SELECT
      to_char(p.begindatum, 'YYYY') || CASE WHEN extract(month FROM p.begindatum) <= 6 THEN '-1' ELSE '-2' END AS cohort,
      p.einddatum < $2::date AND p.reden_geen = 'INBURGERINGSPLICHT_VOLDAAN' AS voldaan,
      p.einddatum IS NULL OR p.einddatum >= $2::date AS plichtig,
      t.einddatum AS termijn,
      (SELECT max(e.niveau) FROM examenresultaat e
        WHERE e.nieuwkomer_id = n.id AND e.resultaat = 'GESLAAGD' AND e.examendatum < $2::date) AS niveau,
      EXISTS (SELECT 1 FROM ontheffing o
        WHERE o.nieuwkomer_id = n.id AND o.examenonderdeel IS NULL AND o.datum_oordeel < $2::date) AS ontheven,
      EXISTS (SELECT 1 FROM verlenging v
        WHERE v.nieuwkomer_id = n.id AND v.beoordeling_aanvraag = 'TOEGEKEND' AND v.datum_beoordeling < $2::date) AS verlengd
    FROM nieuwkomer n
    JOIN inburgeringsplicht p ON p.nieuwkomer_id = n.id
    LEFT JOIN inburgeringstermijn t ON t.nieuwkomer_id = n.id
    WHERE n.regime = 'WI2013' AND n.gemeente = $1 AND p.begindatum < $2::date
  )
  SELECT cohort,
    count(*)::int AS "INBURGERINGSPLICHTIG_GEWORDEN",
    count(*) FILTER (WHERE voldaan)::int AS "VOLDAAN",
    count(*) FILTER (WHERE plichtig)::int AS "NOG_INBURGERINGSPLICHTIG",
    count(*) FILTER (WHERE niveau = 'A2')::int AS "EXAMEN_A2",
    count(*) FILTER (WHERE niveau = 'B1')::int AS "EXAMEN_B1",
    count(*) FILTER (WHERE niveau = 'B2')::int AS "EXAMEN_B2",
    count(*) FILTER (WHERE ontheven)::int AS "ONTHEFFING_GEKREGEN",
    count(*) FILTER (WHERE verlengd)::int AS "VERLENGING_GEKREGEN",
    count(*) FILTER (WHERE plichtig AND termijn >= $2::date AND termijn < $2::date + interval '6 months')::int
      AS "TERMIJN_VERLOOPT_BINNEN_6_MAANDEN",
    count(*) FILTER (WHERE plichtig AND termijn >= $2::date + interval '6 months' AND termijn < $2::date + interval '1 year')::int
      AS "TERMIJN_VERLOOPT_6_TOT_12_MAANDEN"
  FROM mens GROUP BY cohort ORDER BY cohort`;

/** Counts the people under the law of 2013 of a gemeente on a day, by the half year in which their duty began. One statement. */
export function countByCohort(
  dataSource: DataSource,
  gemeente: string,
  peildatum: string,
): Promise<readonly Cohort[]> {
  return dataSource.query(cohortSql, [gemeente, peildatum]);
}
