import type { Artikel, ProtocolDocument } from "./document.ts";

/** What one article gives one rol of one partij on one gegeven. */
export interface MatrixRegel {
  readonly partij: string;
  readonly rol: string;
  readonly lezen: boolean;
  readonly schrijven: boolean;
  readonly artikel: Artikel;
}

/** A gegeven with everybody for whom it is open; nobody when no article opens it. */
export interface MatrixRij {
  readonly gegeven: ProtocolDocument["gegevens"][number];
  readonly regels: readonly MatrixRegel[];
}

/** The protocol as a table: each gegeven, closed ones as well, by partij and rol, in the order of the document. */
export function matrix({ gegevens, partijen, artikelen }: ProtocolDocument): readonly MatrixRij[] {
  return gegevens.map((gegeven) => ({
    gegeven,
    regels: partijen.flatMap((partij) =>
      partij.rollen.flatMap((rol) =>
        artikelen
          .filter((artikel) => artikel.partij === partij.id && artikel.rollen.includes(rol.id))
          .map((artikel) => ({
            partij: partij.id,
            rol: rol.id,
            lezen: artikel.lezen?.includes(gegeven.id) ?? false,
            schrijven: artikel.schrijven?.includes(gegeven.id) ?? false,
            artikel,
          }))
          .filter(({ lezen, schrijven }) => lezen || schrijven),
      ),
    ),
  }));
}
