import type { Dossierregister } from "@ketenhub/subgraph";
import { Inschrijving } from "../inschrijving/inschrijving.ts";

/** The register of the ROC: an inschrijving serves both the offer of language lessons and the progress in them. */
export const inschrijvingRegister: Dossierregister<Inschrijving> = {
  bronhouder: "roc",
  gegeven: "inschrijving",
  entity: Inschrijving,
  tabel: "inschrijving",
  begin: "startdatum",
  doelen: { taalaanbod: "TRUE", voortgang: "TRUE" },
  medewerkers: ["trajectbegeleider_id"],
};
