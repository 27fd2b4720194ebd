import { geldt, peilVan } from "../ketenrelatie.ts";
import { overPersoon } from "./toets.ts";

/** The ketenrelatie, or the dossier in the caller's own register, names this very employee. */
export const eigenCaseload = overPersoon((persoon, { protocol, verzoek }) => {
  const { afnemer, doel } = verzoek;
  const inRegister = persoon.register?.dossiers.some(
    (dossier) => dossier.doelen.includes(doel) && dossier.medewerkers.includes(afnemer.medewerkerId),
  );
  if (inRegister) return undefined;
  if (!persoon.keten) return "TOEGANG_ONBEKEND";
  const peil = peilVan(protocol, verzoek);
  const inKeten = persoon.keten.relaties.some(
    (relatie) => relatie.medewerkerId === afnemer.medewerkerId && geldt(relatie, peil),
  );
  return inKeten ? undefined : "NIET_EIGEN_CASELOAD";
});
