/**
 * The length of an ISO 8601 duration of years, months and days, to compare it with another one: a month counts for 31 days,
 * a year for twelve months.
 */
export function lengteVan(duur: string): number {
  const [, jaren, maanden, dagen] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(duur) ?? [];
  return Number(jaren ?? 0) * 372 + Number(maanden ?? 0) * 31 + Number(dagen ?? 0);
}
