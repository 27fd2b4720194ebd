import type { Verzoek } from "./beslissing.ts";
import type { CompiledProtocol } from "./compile.ts";
import { beginVan, dagVan, plusDagen } from "./dag.ts";
import type { Ketenrelatie } from "./feiten.ts";

/** When it is asked whether a ketenrelatie counts, and what for. */
export interface Peil {
  readonly doel: string;
  readonly moment: Date;
  /** The day of the moment, in the Netherlands. */
  readonly dag: string;
  /** For how many days after its last day a ketenrelatie still counts. */
  readonly naloop: number;
}

/** The peil of a request. The naloop of a doel is for reading alone: who is no longer involved finishes nothing by writing. */
export function peilVan(
  { naloop }: Pick<CompiledProtocol, "naloop">,
  { doel, moment, actie }: Pick<Verzoek, "doel" | "moment" | "actie">,
): Peil {
  return { doel, moment, dag: dagVan(moment), naloop: actie === "lezen" ? (naloop.get(doel) ?? 0) : 0 };
}

/** Whether a ketenrelatie counts: for this doel, begun, not past its last day and the naloop, and not ended at once. */
export function geldt(relatie: Ketenrelatie, { doel, moment, dag, naloop }: Peil): boolean {
  return (
    relatie.doel === doel &&
    relatie.begindatum <= dag &&
    (relatie.einddatum === undefined || dag <= laatsteDag(relatie.einddatum, naloop)) &&
    (relatie.beeindigdOp === undefined || moment < relatie.beeindigdOp)
  );
}

/** From which moment nothing is shared any more on a ketenrelatie; nothing while no end is agreed. */
export function toegangTot(
  { einddatum, beeindigdOp }: Pick<Ketenrelatie, "einddatum" | "beeindigdOp">,
  naloop: number,
): Date | undefined {
  const naLaatsteDag =
    einddatum === undefined ? undefined : beginVan(plusDagen(laatsteDag(einddatum, naloop), 1));
  if (!beeindigdOp || !naLaatsteDag) return beeindigdOp ?? naLaatsteDag;
  return beeindigdOp < naLaatsteDag ? beeindigdOp : naLaatsteDag;
}

// Private: adding nothing must cost nothing, for this is asked of every relation in every decision.
function laatsteDag(einddatum: string, naloop: number): string {
  return naloop === 0 ? einddatum : plusDagen(einddatum, naloop);
}
