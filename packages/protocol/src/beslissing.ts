import type { Voorwaarde } from "./document.ts";
import type { Feiten } from "./feiten.ts";

/** Reading is not writing: each needs its own article. */
export type Actie = "lezen" | "schrijven";

/** Who asks, as the verified token says. */
export interface Afnemer {
  readonly partij: string;
  readonly rol: string;
  /** The employee, by the `sub` of the token. */
  readonly medewerkerId: string;
  readonly gemeenten: readonly string[];
  /** Only for a nieuwkomer who looks at himself. */
  readonly nieuwkomerId?: string;
}

/** Why something is not shared. */
export type Reden =
  | "GEEN_ARTIKEL"
  | "NIET_BETROKKEN"
  | "NIET_EIGEN_CASELOAD"
  | "ANDERE_GEMEENTE"
  | "NIET_EIGEN_DOSSIER"
  | "GEEN_TOESTEMMING"
  | "GEEN_TAAK"
  | "TERMIJN_VERSTREKEN"
  | "TOEGANG_ONBEKEND";

/** One question to the protocol. */
export interface Verzoek {
  readonly afnemer: Afnemer;
  readonly doel: string;
  readonly actie: Actie;
  readonly gegeven: string;
  /** About whom; `geaggregeerd` for a figure about many; absent to ask what can be said without knowing. */
  readonly persoon?: Feiten | "geaggregeerd";
  readonly moment: Date;
}

/** The answer, with the article or the reason. */
export type Beslissing =
  | { readonly uitkomst: "toegestaan"; readonly artikel: string; readonly grondslag: readonly string[] }
  | { readonly uitkomst: "geweigerd"; readonly reden: Reden }
  | { readonly uitkomst: "afhankelijk"; readonly voorwaarden: readonly (readonly Voorwaarde[])[] };
