import { bekendePersonen } from "@ketenhub/voorbeelddata";
import type { Beller } from "./callers.ts";

/** Somebody of an organisation that carries out tasks of a PIP, and nothing more. */
export function taakbeller(partij: string): Beller {
  return {
    ...{ partij, rol: "medewerker", medewerker: `${partij}-1` },
    ...{ doel: "pip-taak", gemeenten: ["GM1680"] },
  };
}

/** Somebody who helps with debts or with the first fixed costs. */
export const schuldhulpverlener: Beller = {
  ...{ partij: "gkb", rol: "schuldhulpverlener", medewerker: "gkb-1" },
  ...{ doel: "ontzorgen", gemeenten: ["GM1680"] },
};

/** The portal through which a nieuwkomer asks about himself. */
export function zelf(naam: keyof typeof bekendePersonen, doel = "toestemming"): Beller {
  const { id } = bekendePersonen[naam];
  return {
    ...{ partij: "nieuwkomer", rol: "nieuwkomer", medewerker: id },
    ...{ doel, gemeenten: [], nieuwkomerId: id },
  };
}
