import type { Ketenrelatie } from "../feiten.ts";
import { type Onderzoek, overPersoon } from "./toets.ts";

/** The caller's partij has a ketenrelatie with this person, for this doel, at this moment (Wet inburgering 2021, article 17). */
export const betrokken = overPersoon((persoon, onderzoek) => {
  if (!persoon.keten) return "TOEGANG_ONBEKEND";
  return persoon.keten.relaties.some((relatie) => geldt(relatie, onderzoek)) ? undefined : "NIET_BETROKKEN";
});

/** Whether a ketenrelatie counts now: for this doel, begun, not past its last day and not ended at once. */
export function geldt(relatie: Ketenrelatie, { verzoek, dag }: Onderzoek): boolean {
  return (
    relatie.doel === verzoek.doel &&
    relatie.begindatum <= dag &&
    (relatie.einddatum === undefined || dag <= relatie.einddatum) &&
    (relatie.beeindigdOp === undefined || verzoek.moment < relatie.beeindigdOp)
  );
}
