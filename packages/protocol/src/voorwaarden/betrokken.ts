import type { Ketenrelatie } from "../feiten.ts";
import { overPersoon } from "./toets.ts";

/** The caller's partij has a ketenrelatie with this person, for this doel, at this moment (Wet inburgering 2021, article 17). */
export const betrokken = overPersoon((persoon, onderzoek) => {
  if (!persoon.keten) return "TOEGANG_ONBEKEND";
  const { doel, moment } = onderzoek.verzoek;
  return persoon.keten.relaties.some((relatie) => geldt(relatie, doel, moment, onderzoek.dag))
    ? undefined
    : "NIET_BETROKKEN";
});

/** Whether a ketenrelatie counts at a moment and on its day: for this doel, begun, not past its last day and not ended at once. */
export function geldt(relatie: Ketenrelatie, doel: string, moment: Date, dag: string): boolean {
  return (
    relatie.doel === doel &&
    relatie.begindatum <= dag &&
    (relatie.einddatum === undefined || dag <= relatie.einddatum) &&
    (relatie.beeindigdOp === undefined || moment < relatie.beeindigdOp)
  );
}
