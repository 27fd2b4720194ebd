import { type Afnemer, schrijfwijze } from "@ketenhub/protocol";
import { protocol } from "./agreed.ts";

/** A partij, rol and doel that the partners agreed on, and the employee who asks for them. */
export interface Profiel {
  readonly naam: string;
  readonly partij: string;
  readonly rol: string;
  readonly doel: string;
  readonly medewerker: string;
  /** The gemeente for which this employee works: of nobody else in the matrix, so that lists hold his own people only. */
  readonly gemeente: string;
  readonly openingen: readonly Opening[];
}

/** That an article opens a gegeven, when everything in it holds. */
export interface Opening {
  readonly actie: "lezen" | "schrijven";
  readonly gegeven: string;
  /** The conditions as they stand in the article; consent with the gegeven it is about. */
  readonly voorwaarden: readonly string[];
}

/** A colleague: who is named where the employee himself is not. */
export const collega = "matrix-collega";

/** A gemeente for which nobody in the matrix works. */
export const andereGemeente = "GM9999";

/** Every partij, rol and doel that is agreed. */
export const profielen: readonly Profiel[] = afspraken().map(([partij, rol, doel], index) => ({
  naam: `${partij} ${rol}, ${doel}`,
  partij,
  rol,
  doel,
  medewerker: `matrix-${partij}-${rol}`,
  gemeente: `GM9${String(index + 1).padStart(3, "0")}`,
  openingen: openingenVan(partij, rol, doel),
}));

/** Who asks, as the protocol sees him. */
export function afnemerVan({ partij, rol, medewerker, gemeente }: Profiel, nieuwkomerId?: string): Afnemer {
  const afnemer = { partij, rol, medewerkerId: medewerker, gemeenten: [gemeente] };
  return nieuwkomerId === undefined ? afnemer : { ...afnemer, nieuwkomerId };
}

// Private: what the document says, as it stands there.
function afspraken(): readonly (readonly [partij: string, rol: string, doel: string])[] {
  const alle = protocol.document.artikelen.flatMap(({ partij, rollen, doelen }) =>
    rollen.flatMap((rol) => doelen.map((doel) => [partij, rol, doel] as const)),
  );
  return [...new Map(alle.map((een) => [een.join("|"), een])).values()];
}

function openingenVan(partij: string, rol: string, doel: string): readonly Opening[] {
  return protocol.document.artikelen
    .filter(
      (artikel) => artikel.partij === partij && artikel.rollen.includes(rol) && artikel.doelen.includes(doel),
    )
    .flatMap(({ lezen = [], schrijven = [], voorwaarden }) =>
      (["lezen", "schrijven"] as const).flatMap((actie) =>
        (actie === "lezen" ? lezen : schrijven).map((gegeven) => ({
          actie,
          gegeven,
          voorwaarden: voorwaarden.map((een) =>
            een === "toestemming" ? `toestemming: ${gegeven}` : schrijfwijze(een),
          ),
        })),
      ),
    );
}
