/** A count as it may be shown. */
export interface Telling {
  readonly categorie: string;
  readonly weergave: string;
  readonly aantal: number | null;
}

/** A count before anything is hidden. */
export interface Cel {
  readonly categorie: string;
  readonly aantal: number;
}

/** A count shown as it is. */
export function open({ categorie, aantal }: Cel): Telling {
  return { categorie, weergave: String(aantal), aantal };
}

/** A count under the threshold is shown as `*`; none is none. */
export function gemaskeerd(cel: Cel, drempel: number): Telling {
  return isKlein(cel.aantal, drempel) ? verborgen(cel) : open(cel);
}

/**
 * A breakdown whose total is known, so that no hidden cell can be worked out from the others (complementary suppression): cells
 * under the threshold are hidden and, as long as one cell alone is hidden or the hidden ones together stay under the
 * threshold, the smallest that still shows as well.
 */
export function uitsplitsing(cellen: readonly Cel[], drempel: number): readonly Telling[] {
  const filled = cellen.filter(({ aantal }) => aantal > 0).sort((left, right) => left.aantal - right.aantal);
  const hidden = new Set(filled.filter(({ aantal }) => isKlein(aantal, drempel)));
  const total = () => [...hidden].reduce((sum, { aantal }) => sum + aantal, 0);
  for (const cel of filled) {
    const enough = hidden.size === 0 || (hidden.size > 1 && total() >= drempel);
    if (enough) break;
    hidden.add(cel);
  }
  return cellen.map((cel) => (hidden.has(cel) ? verborgen(cel) : open(cel)));
}

/** The lower bound of a series in which every hidden count is at least one: "in ieder geval". */
export function inIederGeval(tellingen: readonly Telling[]): number {
  return tellingen.reduce((sum, { aantal }) => sum + (aantal ?? 1), 0);
}

/** Whether a count is too small to show. */
export function isKlein(aantal: number, drempel: number): boolean {
  return aantal > 0 && aantal < drempel;
}

/** A count that is not shown. */
export function verborgen({ categorie }: Pick<Cel, "categorie">): Telling {
  return { categorie, weergave: "*", aantal: null };
}
