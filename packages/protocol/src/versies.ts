import type { CompiledProtocol } from "./compile.ts";
import { dagVan } from "./dag.ts";

/** No version of the protocol is in force: nothing is agreed, so nothing is shared. */
export class GeenGeldigProtocol extends Error {
  constructor(dag: string) {
    super(`Op ${dag} geldt geen versie van het protocol.`);
    this.name = "GeenGeldigProtocol";
  }
}

/** The versions of the protocol that stand side by side; a request is answered by one of them. */
export interface Protocolversies {
  /** All that can be in force, the oldest first. */
  readonly alle: readonly CompiledProtocol[];
  /** The version in force at a moment. Throws `GeenGeldigProtocol` when there is none. */
  op(moment: Date): CompiledProtocol;
}

/** These versions side by side: from its first day (Dutch time) each one takes the place of the one before. */
export function versiesVan(protocollen: readonly CompiledProtocol[]): Protocolversies {
  const begin = ({ document }: CompiledProtocol) => document.geldigVanaf;
  const alle = [...protocollen].sort((een, ander) => begin(een).localeCompare(begin(ander)));
  return {
    alle,
    op(moment) {
      const dag = dagVan(moment);
      const versie = alle.findLast((een) => begin(een) <= dag);
      if (!versie || (versie.document.geldigTot ?? dag) < dag) throw new GeenGeldigProtocol(dag);
      return versie;
    },
  };
}
