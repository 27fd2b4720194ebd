import type { CompiledProtocol } from "./compile.ts";
import { dagVan } from "./dag.ts";
import { type PlaatsVan, versieFouten } from "./versie-fouten.ts";

/** No version of the protocol is in force: nothing is agreed, so nothing is shared. */
export class GeenGeldigProtocol extends Error {
  constructor(waarom: string) {
    super(waarom);
    this.name = "GeenGeldigProtocol";
  }
}

/** The versions cannot stand side by side: each line names the files, their lines, and what is expected. */
export class OngeldigeVersies extends Error {
  readonly fouten: readonly string[];

  constructor(fouten: readonly string[]) {
    super(`De versies van het protocol passen niet naast elkaar:\n${fouten.join("\n")}`);
    this.name = "OngeldigeVersies";
    this.fouten = fouten;
  }
}

/** The versions of the protocol that stand side by side; a request is answered by one of them. */
export interface Protocolversies {
  /** All that can be in force, the oldest first. */
  readonly alle: readonly CompiledProtocol[];
  /** The version in force at a moment. Throws `GeenGeldigProtocol` when there is none. */
  op(moment: Date): CompiledProtocol;
}

/**
 * These versions side by side: from its first day (Dutch time) each one takes the place of the one before. Throws
 * `OngeldigeVersies` when they overlap; `plaatsVan` says where in which file a version says something.
 */
export function versiesVan(
  protocollen: readonly CompiledProtocol[],
  plaatsVan: PlaatsVan = ({ versie }) => `versie ${versie}`,
): Protocolversies {
  const begin = ({ document }: CompiledProtocol) => document.geldigVanaf;
  const alle = [...protocollen].sort((een, ander) => begin(een).localeCompare(begin(ander)));
  const fouten = versieFouten(alle, plaatsVan);
  if (fouten.length > 0) throw new OngeldigeVersies(fouten);
  return {
    alle,
    op(moment) {
      const dag = dagVan(moment);
      const versie = alle.findLast((een) => begin(een) <= dag);
      if (!versie || (versie.document.geldigTot ?? dag) < dag) {
        throw new GeenGeldigProtocol(`Op ${dag} geldt geen versie van het protocol.`);
      }
      return versie;
    },
  };
}
