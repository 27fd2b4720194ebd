import type { Voorbeeldbevolking } from "@ketenhub/voorbeelddata";
import { bevolking } from "./fill-world.ts";

/** The gemeente whose people are asked about. */
export const gemeente = "GM1680";

/** Whom the bench asks about, by keten-id or by number of the row. */
export interface People {
  /** Everybody in the gemeente. */
  readonly inGemeente: readonly string[];
  /** Those in the gemeente of whom all four partners know something. */
  readonly metDossier: readonly string[];
  /** The inschrijvingen of the gemeente that run on this day. */
  readonly inschrijvingen: readonly string[];
  /** The tasks in the gemeente that Humanitas still has to do. */
  readonly taken: readonly { readonly id: string; readonly versie: number }[];
}

/** Reads from the makers of a world whom to ask about; the first so many nieuwkomers suffice. */
export function peopleOf(vandaag: string, nieuwkomers: number): People {
  const batches = [...bevolking(vandaag, nieuwkomers)];
  const here = new Set(
    rows(batches, ({ gemeente: { nieuwkomer } }) => nieuwkomer)
      .filter((row) => row.gemeente === gemeente)
      .map(({ id }) => id),
  );
  const everywhere = [
    rows(batches, ({ gemeente: { pip } }) => pip),
    rows(batches, ({ wpda }) => wpda.uitkering),
    rows(batches, ({ vluchtelingenwerk }) => vluchtelingenwerk.begeleiding),
    rows(batches, ({ roc }) => roc.inschrijving),
  ].map((known) => new Set(known.map(({ nieuwkomer_id }) => nieuwkomer_id)));
  return {
    inGemeente: [...here],
    metDossier: [...here].filter((id) => everywhere.every((known) => known.has(id))),
    inschrijvingen: rows(batches, ({ roc }) => roc.inschrijving)
      .filter((row) => row.gemeente === gemeente && row.startdatum <= vandaag)
      .filter(({ einddatum }) => einddatum === null || einddatum >= vandaag)
      .map(({ id }) => id),
    taken: rows(batches, ({ gemeente: { taak } }) => taak).filter(
      ({ partij, status, nieuwkomer_id }) =>
        partij === "humanitas" && (status === "OPEN" || status === "BEZIG") && here.has(nieuwkomer_id),
    ),
  };
}

// Private.
function rows<T>(batches: readonly Voorbeeldbevolking[], of: (batch: Voorbeeldbevolking) => readonly T[]) {
  return batches.flatMap((batch) => of(batch));
}
