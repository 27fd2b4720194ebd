import { OngeldigeInvoer } from "@ketenhub/errors";

/** How the caller asks for an order. */
export type VolgordeInput = Readonly<Record<string, "OPLOPEND" | "AFLOPEND" | null | undefined>>;

/** On what a list is sorted: texts in SQL that are never empty, and the gegeven they reveal. */
export interface Sortering {
  readonly keys: readonly string[];
  readonly direction: "ASC" | "DESC";
  readonly gegeven: string;
}

// As the indexes have them: another way of writing the same is sorted without one.
const orders = {
  naam: { gegeven: "naam", keys: () => ["COALESCE(n.geslachtsnaam, '')", "COALESCE(n.voornamen, '')"] },
  // Who has no termijn comes last, in either direction.
  eindeTermijn: {
    gegeven: "termijn-einddatum",
    keys: (direction: "ASC" | "DESC") => [
      `COALESCE(n.einde_termijn, '${direction === "ASC" ? "9999-12-31" : "0000-01-01"}')`,
    ],
  },
} as const;

/** The order a caller asked for; by keten-id when none. One key at a time, so that what an order reveals is one gegeven. */
export function sorteringOf(input: VolgordeInput | null | undefined): Sortering {
  const asked = Object.entries(input ?? {}).filter(
    ([, volgorde]) => volgorde !== undefined && volgorde !== null,
  );
  const [first, ...rest] = asked;
  if (!first) return { keys: [], direction: "ASC", gegeven: "nieuwkomer" };
  if (rest.length > 0)
    throw new OngeldigeInvoer(
      "orderBy",
      "één veld om op te sorteren",
      asked.map(([naam]) => naam).join(" en "),
    );

  const order = orders[first[0] as keyof typeof orders];
  const direction = first[1] === "AFLOPEND" ? "DESC" : "ASC";
  return { keys: order.keys(direction), direction, gegeven: order.gegeven };
}
