import { geldt, peilVan } from "../ketenrelatie.ts";
import { overPersoon } from "./toets.ts";

/** The caller's partij has a ketenrelatie with this person, for this doel, at this moment (Wet inburgering 2021, article 17). */
export const betrokken = overPersoon((persoon, { protocol, verzoek }) => {
  if (!persoon.keten) return "TOEGANG_ONBEKEND";
  const peil = peilVan(protocol, verzoek);
  return persoon.keten.relaties.some((relatie) => geldt(relatie, peil)) ? undefined : "NIET_BETROKKEN";
});
