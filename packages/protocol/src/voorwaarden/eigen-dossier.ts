import { overPersoon } from "./toets.ts";

/** The caller is the person (AVG, article 15). */
export const eigenDossier = overPersoon((persoon, { verzoek }) =>
  verzoek.afnemer.nieuwkomerId !== undefined && verzoek.afnemer.nieuwkomerId === persoon.persoonId
    ? undefined
    : "NIET_EIGEN_DOSSIER",
);
