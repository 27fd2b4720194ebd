import type { ProtocolDocument } from "./document.ts";
import { type Verschuiving, verschuivingenVan } from "./verschuivingen.ts";
import { type Wijziging, wijzigingenVan } from "./wijzigingen.ts";

/** What changes between two versions of the protocol. */
export interface Vergelijking {
  readonly van: string;
  readonly naar: string;
  /** For whom something opens or closes. */
  readonly verschuivingen: readonly Verschuiving[];
  /** What else changes, and whether that lets more through. */
  readonly wijzigingen: readonly Wijziging[];
}

/** Says who gains and who loses what between two versions. It forgets nothing: equal documents alone have no difference. */
export function vergelijk(oud: ProtocolDocument, nieuw: ProtocolDocument): Vergelijking {
  return {
    van: oud.versie,
    naar: nieuw.versie,
    verschuivingen: verschuivingenVan(oud, nieuw),
    wijzigingen: wijzigingenVan(oud, nieuw),
  };
}
