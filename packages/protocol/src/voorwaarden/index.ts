import type { Voorwaarde, voorwaardeNamen } from "../document.ts";
import { betrokken } from "./betrokken.ts";
import { eigenCaseload } from "./eigen-caseload.ts";
import { eigenDossier } from "./eigen-dossier.ts";
import { eigenGemeente } from "./eigen-gemeente.ts";
import { eigenRegister } from "./eigen-register.ts";
import { eigenTaak } from "./eigen-taak.ts";
import { geaggregeerd } from "./geaggregeerd.ts";
import { lopend } from "./lopend.ts";
import { toestemming } from "./toestemming.ts";
import type { Toets } from "./toets.ts";

type Naam = (typeof voorwaardeNamen)[number];

const toetsen: Readonly<Record<Naam, Toets>> = {
  geaggregeerd,
  "eigen-dossier": eigenDossier,
  betrokken,
  "eigen-register": eigenRegister,
  "eigen-caseload": eigenCaseload,
  "eigen-taak": eigenTaak(),
  toestemming,
  "eigen-gemeente": eigenGemeente,
};

/** The predicate of a condition. */
export function toetsVan(voorwaarde: Voorwaarde): Toets {
  if (typeof voorwaarde === "string") return toetsen[voorwaarde];
  return "lopend" in voorwaarde ? lopend(voorwaarde.lopend) : eigenTaak(voorwaarde["eigen-taak"]);
}

/** The name of a condition, for people and for SQL. */
export function naamVan(voorwaarde: Voorwaarde): Naam | "lopend" {
  if (typeof voorwaarde === "string") return voorwaarde;
  return "lopend" in voorwaarde ? "lopend" : "eigen-taak";
}
