import { createHash } from "node:crypto";
import type { Geval } from "./gevallen.ts";
import { andereGemeente, type Profiel } from "./profielen.ts";
import type { Rij } from "./sjablonen.ts";

/** Somebody in the matrix, made for one case of one profiel. */
export interface Persoon {
  readonly id: string;
  readonly nummer: number;
  readonly profiel: Profiel;
  readonly geval: Geval;
  /** Two of them share a gezin. */
  readonly gezinId: string;
}

/** A person with all that stands about him, by table. One who does not exist has nothing. */
export interface PersoonMetRijen extends Persoon {
  readonly rijen: Readonly<Record<string, readonly Rij[]>>;
}

/** The keten-id that belongs to a text, always the same, in the shape of a UUID version 4. */
export function idVan(...delen: readonly (string | number)[]): string {
  const hex = createHash("sha256").update(delen.join("|")).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** Where a person lives: in the gemeente of the one who asks, unless the protocol asks about that and the case says otherwise. */
export function gemeenteVan({ profiel, geval }: Pick<Persoon, "profiel" | "geval">): string {
  const telt = profiel.openingen.some(({ voorwaarden }) => voorwaarden.includes("eigen-gemeente"));
  return !telt || geval.geldt.has("eigen-gemeente") ? profiel.gemeente : andereGemeente;
}
