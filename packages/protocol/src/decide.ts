import type { Beslissing, Reden, Verzoek } from "./beslissing.ts";
import { type CompiledArtikel, type CompiledProtocol, openingVan } from "./compile.ts";
import type { Onderzoek } from "./voorwaarden/toets.ts";

const GEEN_ARTIKEL: Beslissing = Object.freeze({ uitkomst: "geweigerd", reden: "GEEN_ARTIKEL" });

/**
 * Decides one question against the protocol. Denial is where it starts; only an article whose every condition holds changes
 * that. Without a person the answer can be `afhankelijk`: some article exists, and it matters about whom.
 */
export function decide(protocol: CompiledProtocol, verzoek: Verzoek): Beslissing {
  const { afnemer, doel, actie, gegeven, persoon } = verzoek;
  const opening = openingVan(protocol, afnemer, doel, actie, gegeven);
  if (!opening) return GEEN_ARTIKEL;
  if (persoon === undefined) return opening.afhankelijk;

  const onderzoek: Onderzoek = { protocol, verzoek, persoon };
  let reden: Reden = "GEEN_ARTIKEL";
  for (const artikel of opening.artikelen) {
    const failure = firstFailure(artikel, onderzoek);
    if (failure === undefined) return artikel.toegestaan;
    reden = nearest(reden, failure);
  }
  return { uitkomst: "geweigerd", reden };
}

// Private: an article with an empty list of conditions cannot be written down, but if one came here it would open nothing.
function firstFailure({ toetsen }: CompiledArtikel, onderzoek: Onderzoek): Reden | undefined {
  if (toetsen.length === 0) return "GEEN_ARTIKEL";
  for (const toets of toetsen) {
    const failure = toets(onderzoek);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

// When several articles say no, the caller hears the reason that stood nearest to yes, whatever the order of the articles.
const distance: Readonly<Record<Reden, number>> = {
  TERMIJN_VERSTREKEN: 0,
  GEEN_TOESTEMMING: 1,
  GEEN_TAAK: 2,
  NIET_EIGEN_CASELOAD: 3,
  ANDERE_GEMEENTE: 4,
  NIET_BETROKKEN: 5,
  NIET_EIGEN_DOSSIER: 6,
  TOEGANG_ONBEKEND: 7,
  GEEN_ARTIKEL: 8,
};

function nearest(one: Reden, other: Reden): Reden {
  return distance[one] <= distance[other] ? one : other;
}
