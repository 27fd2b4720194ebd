/** The day in the Netherlands. */
export const dag = "(now() AT TIME ZONE 'Europe/Amsterdam')::date";

/** A list as JSON, empty when there is nothing. */
export function list(row: string, from: string, order: string): string {
  return `COALESCE((SELECT json_agg(${row} ORDER BY ${order}) FROM ${from}), '[]')`;
}

/** An object of columns, each under its own name or under the name before the colon. */
export function row(...columns: readonly string[]): string {
  const pairs = columns.map((column) => {
    const [name = "", expression = name] = column.split(": ");
    return `'${name}', ${expression}`;
  });
  return `json_build_object(${pairs.join(", ")})`;
}

const gevoeligeDoelen = "('bijstand', 'ontzorgen', 'schuldhulp', 'handhaving')";

/** Who is involved with `n` now, for what is not sensitive. */
export function betrokkenen(...columns: readonly string[]): string {
  const from = `ketenrelatie k WHERE k.nieuwkomer_id = n.id AND k.begindatum <= ${dag}
    AND (k.einddatum IS NULL OR k.einddatum >= ${dag}) AND (k.beeindigd_op IS NULL OR k.beeindigd_op > now())
    AND k.doel NOT IN ${gevoeligeDoelen}`;
  return list(row(...columns), from, "k.begindatum, k.id");
}

/** The doelen of plan `p` on a leefgebied. */
export function doelen(leefgebied: string, ...columns: readonly string[]): string {
  return list(
    row(...columns),
    `doel d WHERE d.pip_id = p.id AND d.leefgebied = '${leefgebied}'`,
    "d.streefdatum, d.id",
  );
}

/** The tasks of plan `p` on a leefgebied, but for those of a partij whose being involved is sensitive. */
export function taken(leefgebied: string, ...columns: readonly string[]): string {
  const from = `taak t WHERE t.pip_id = p.id AND t.leefgebied = '${leefgebied}' AND t.partij <> 'gkb'`;
  return list(row(...columns), from, "t.partij, t.id");
}

/** The leerroute of plan `p`. */
export function leerroute(...columns: readonly string[]): string {
  return `CASE WHEN p.leerroute_type IS NULL THEN NULL ELSE ${row(...columns)} END`;
}

/** The begeleiding of `n` that began last, as `b`, and the participatieverklaringstraject in it, as `v`. */
export const joinBegeleiding = `
  LEFT JOIN LATERAL (SELECT * FROM begeleiding WHERE nieuwkomer_id = n.id AND startdatum <= ${dag}
    ORDER BY startdatum DESC, id LIMIT 1) b ON TRUE
  LEFT JOIN pvt v ON v.begeleiding_id = b.id`;

/** The hours of the meetings of traject `v`. */
export const gevolgdeUren =
  "(SELECT COALESCE(sum(uren), 0) FROM pvt_bijeenkomst WHERE pvt_id = v.id AND aanwezig)";

/** The hours of the lessons of inschrijving `i`, added up, as `l`. */
export const joinLesuren = `
  LEFT JOIN LATERAL (SELECT COALESCE(sum(uren) FILTER (WHERE aanwezigheid = 'AANWEZIG'), 0) AS gevolgd,
    COALESCE(sum(uren) FILTER (WHERE aanwezigheid = 'GEOORLOOFD_VERZUIM'), 0) AS geoorloofd,
    COALESCE(sum(uren) FILTER (WHERE aanwezigheid = 'ONGEOORLOOFD_VERZUIM'), 0) AS ongeoorloofd,
    sum(uren) AS totaal, max(datum) AS laatste FROM les WHERE inschrijving_id = i.id) l ON TRUE`;

/** The part of the hours of `l` that somebody was there, in whole percents. */
export const aanwezigheidspercentage = "round(100.0 * l.gevolgd / l.totaal)::int";
