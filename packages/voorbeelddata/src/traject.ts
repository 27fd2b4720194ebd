import type { Begeleiding } from "./dossiers/begeleiding.ts";
import type { Inburgering } from "./dossiers/inburgering.ts";
import type { Onderwijs } from "./dossiers/onderwijs.ts";
import type { Plan } from "./dossiers/plan.ts";
import type { Toestemming } from "./dossiers/toestemmingen.ts";
import type { WpdaDossier } from "./dossiers/wpda.ts";
import type { Looptijd } from "./looptijd.ts";
import type { Medewerkers } from "./medewerkers.ts";

/** All that the chain knows about one inburgeraar: what is written is exactly this. */
export interface Traject {
  readonly inburgering: Inburgering;
  readonly plan: Plan | null;
  readonly wpda: WpdaDossier;
  readonly begeleiding: Begeleiding | null;
  readonly onderwijs: readonly Onderwijs[];
  readonly schuldhulp: Looptijd | null;
  readonly toestemmingen: readonly Toestemming[];
  readonly medewerkers: Medewerkers;
  /** Whether each partner has one employee for all its doelen, instead of one for each. */
  readonly eenAanspreekpunt?: boolean;
}

/** A person about whom nobody but the gemeente knows anything yet: where the other trajecten start from. */
export const geenDossiers = {
  plan: null,
  wpda: { bijstand: null, reintegratie: null, ontzorgen: false },
  begeleiding: null,
  onderwijs: [],
  schuldhulp: null,
  toestemmingen: [],
} satisfies Partial<Traject>;
