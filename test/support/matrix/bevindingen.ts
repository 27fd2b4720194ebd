import type { GegevenVerwijzing } from "@ketenhub/annotations";
import type { PersoonMetRijen } from "./persoon.ts";
import type { Profiel } from "./profielen.ts";
import type { Weigering } from "./verwachting.ts";

/** One decision that was compared with what the protocol says. */
export interface Gezien {
  readonly profiel: Profiel;
  readonly route: string;
  /** What was asked, by its coordinates in the schema. */
  readonly delen: readonly string[];
  readonly verwijzingen: readonly GegevenVerwijzing[];
  readonly weigering: Weigering | undefined;
  readonly persoon?: PersoonMetRijen | undefined;
  /** Whether something was shown: a value, and not nothing. */
  readonly getoond?: boolean;
}

/** How often something was open, closed, and shown. */
export interface Stand {
  open: number;
  dicht: number;
  getoond: number;
}

/** Everything that was compared, and what did not agree. */
export class Bevindingen {
  operaties = 0;
  beslissingen = 0;
  readonly afwijkingen: string[] = [];
  readonly perRoute = new Map<string, Stand>();
  readonly perGegeven = new Map<string, Stand>();
  readonly perRol = new Map<string, Stand>();
  readonly perDeel = new Map<string, Stand>();
  readonly perReden = new Map<string, number>();
  readonly #gevallen = new Set<string>();
  readonly #open = new Set<string>();

  /** Counts one decision. */
  gezien(een: Gezien): void {
    const { profiel, route, delen, verwijzingen, weigering, getoond = false } = een;
    this.beslissingen += 1;
    const stand = weigering ? "dicht" : "open";
    tel(this.perRoute, route, stand, getoond);
    tel(this.perRol, `${profiel.partij} ${profiel.rol}`, stand, getoond);
    for (const deel of delen) tel(this.perDeel, deel, stand, getoond);
    const gegevens = verwijzingen
      .map(({ gegeven }) => gegeven)
      .filter((een) => !weigering || een === weigering.gegeven);
    for (const gegeven of gegevens) tel(this.perGegeven, gegeven, stand, getoond);
    if (weigering) this.perReden.set(weigering.reden, (this.perReden.get(weigering.reden) ?? 0) + 1);
    this.raakt(een);
    if (!weigering)
      for (const verwijzing of verwijzingen)
        this.#open.add(sleutelVan(profiel, verwijzing, een.persoon?.geval.naam));
  }

  /** Notes that the case of a person was seen for these gegevens: decided itself, or closed with what it stands in. */
  raakt({ profiel, verwijzingen, persoon }: Pick<Gezien, "profiel" | "verwijzingen" | "persoon">): void {
    for (const verwijzing of verwijzingen)
      this.#gevallen.add(sleutelVan(profiel, verwijzing, persoon?.geval.naam));
  }

  /** Whether this case was seen for this gegeven. */
  isGeraakt(profiel: Profiel, verwijzing: GegevenVerwijzing, geval?: string): boolean {
    return this.#gevallen.has(sleutelVan(profiel, verwijzing, geval));
  }

  /** Whether this gegeven was seen open in this case, by any route. */
  isOpen(profiel: Profiel, verwijzing: GegevenVerwijzing, geval?: string): boolean {
    return this.#open.has(sleutelVan(profiel, verwijzing, geval));
  }

  wijktAf(waar: string, verwacht: unknown, kreeg: unknown): void {
    this.afwijkingen.push(`${waar}: expected ${JSON.stringify(verwacht)}, but got ${JSON.stringify(kreeg)}`);
  }
}

// Private.
function sleutelVan({ naam }: Profiel, { actie, gegeven }: GegevenVerwijzing, geval = "niemand"): string {
  return `${naam}|${actie}|${gegeven}|${geval}`;
}

function tel(telling: Map<string, Stand>, sleutel: string, stand: "open" | "dicht", getoond: boolean): void {
  const known = telling.get(sleutel) ?? { open: 0, dicht: 0, getoond: 0 };
  known[stand] += 1;
  if (getoond) known.getoond += 1;
  telling.set(sleutel, known);
}
