import type { Dag } from "./dagen.ts";
import type { Gemeentecode } from "./gemeenten.ts";
import { KetenIds, ketenId } from "./keten-id.ts";
import type { Doelgroep, GedetailleerdeDoelgroep, Geslacht, Gezinsrol, Regime } from "./tabellen/gemeente.ts";
import { Willekeur } from "./willekeur.ts";

/** What does not change about a person. */
export interface Kenmerken {
  readonly gemeente: Gemeentecode;
  readonly regime: Regime;
  readonly doelgroep: Doelgroep;
  readonly gedetailleerdeDoelgroep: GedetailleerdeDoelgroep;
  readonly geboortedatum: Dag;
  readonly geslacht: Geslacht;
  /** `null` means unknown. */
  readonly nationaliteit: string | null;
  readonly gezin: { readonly id: string; readonly rol: Gezinsrol } | null;
  /** Number shared by all who live together. */
  readonly huishouden: number;
}

/** A person with what is needed to write about him: his keten-id, more ids, and his own choices. */
export interface Persoon extends Kenmerken, Nummers {}

/** Everything that follows from the number of a person alone. */
export interface Nummers {
  readonly volgnummer: number;
  readonly id: string;
  readonly ids: KetenIds;
  readonly random: Willekeur;
}

/** Starts a person: the same number always gives the same ids and the same choices. */
export function nummersVan(volgnummer: number): Nummers {
  return {
    volgnummer,
    id: ketenId(volgnummer),
    ids: new KetenIds(volgnummer),
    random: new Willekeur(volgnummer),
  };
}

/** How many notities of one person can be told apart. */
const NOTITIES_PER_PERSOON = 16;

/** A word that stands in one free text of one person only, so that a search for it finds every leak. */
export function notitiemerk(volgnummer: number, nummer: number): string {
  return `NOTITIE-${String(volgnummer * NOTITIES_PER_PERSOON + nummer).padStart(9, "0")}`;
}
