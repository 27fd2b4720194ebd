import type { Dossierregister } from "@ketenhub/subgraph";
import { Begeleiding } from "../begeleiding/begeleiding.ts";

/** The register of VluchtelingenWerk: a begeleiding serves the guidance itself, and the participatieverklaringstraject in it. */
export const begeleidingRegister: Dossierregister<Begeleiding> = {
  bronhouder: "vluchtelingenwerk",
  gegeven: "begeleiding",
  entity: Begeleiding,
  tabel: "begeleiding",
  begin: "startdatum",
  doelen: { "maatschappelijke-begeleiding": "TRUE", "pvt-map": "TRUE" },
  medewerkers: ["begeleider_id"],
};
