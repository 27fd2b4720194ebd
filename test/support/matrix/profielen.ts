import { type Afnemer, type CompiledProtocol, schrijfwijze } from "@ketenhub/protocol";
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
export const profielen: readonly Profiel[] = [...protocol.afspraken].map((sleutel, index) => {
  const [partij = "", rol = "", doel = ""] = sleutel.split("|");
  return {
    naam: `${partij} ${rol}, ${doel}`,
    partij,
    rol,
    doel,
    medewerker: `matrix-${partij}-${rol}`,
    gemeente: `GM9${String(index + 1).padStart(3, "0")}`,
    openingen: openingenVan(protocol, sleutel),
  };
});

/** Who asks, as the protocol sees him. */
export function afnemerVan({ partij, rol, medewerker, gemeente }: Profiel, nieuwkomerId?: string): Afnemer {
  const afnemer = { partij, rol, medewerkerId: medewerker, gemeenten: [gemeente] };
  return nieuwkomerId === undefined ? afnemer : { ...afnemer, nieuwkomerId };
}

// Private.
function openingenVan({ artikelen }: CompiledProtocol, sleutel: string): readonly Opening[] {
  return [...artikelen].flatMap(([key, compiled]) => {
    const [partij, rol, doel, actie, gegeven = ""] = key.split("|");
    if ([partij, rol, doel].join("|") !== sleutel) return [];
    return compiled.map(({ voorwaarden }) => ({
      actie: actie === "schrijven" ? ("schrijven" as const) : ("lezen" as const),
      gegeven,
      voorwaarden: voorwaarden.map((one) =>
        one === "toestemming" ? `toestemming: ${gegeven}` : schrijfwijze(one),
      ),
    }));
  });
}
