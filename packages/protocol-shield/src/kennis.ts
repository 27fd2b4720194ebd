import type { Feiten } from "@ketenhub/protocol";
import DataLoader from "dataloader";
import { asFailedDecision } from "./as-error.ts";

/** Loads what is known of persons; rejects when it cannot. */
export type LaadFeiten = (persoonIds: readonly string[]) => Promise<readonly Feiten[]>;

/** What one request learns of persons: each once, together with everybody who is asked for in the same tick, and at hand from then on. */
export class Kennis {
  readonly #bekend = new Map<string, Feiten>();
  readonly #loader: DataLoader<string, Feiten>;

  constructor(laad: LaadFeiten) {
    // What cannot be loaded is given per person: that is remembered too, where a batch that fails would be asked again by every field.
    this.#loader = new DataLoader((persoonIds) =>
      laad(persoonIds).then(
        (alle) => this.#onthoud(persoonIds, alle),
        (thrown) => persoonIds.map(() => asFailedDecision(thrown)),
      ),
    );
  }

  /** The facts, when they are there already. */
  nu(persoonId: string): Feiten | undefined {
    return this.#bekend.get(persoonId);
  }

  /** The facts; rejects, also when asked again, when they could not be loaded. */
  van(persoonId: string): Promise<Feiten> {
    return this.#loader.load(persoonId);
  }

  /** Loads what is known of these persons; nothing to wait for when it is there already. Never rejects. */
  leerKennen(persoonIds: readonly string[]): Promise<unknown> | undefined {
    const strangers = persoonIds.filter((persoonId) => !this.#bekend.has(persoonId));
    return strangers.length === 0 ? undefined : this.#loader.loadMany(strangers);
  }

  #onthoud(persoonIds: readonly string[], alle: readonly Feiten[]): readonly (Feiten | Error)[] {
    const geladen = new Map(alle.map((feiten) => [feiten.persoonId, feiten]));
    return persoonIds.map((persoonId) => {
      const feiten = geladen.get(persoonId);
      if (!feiten) return new Error("Of a person that was asked for no facts were given.");
      this.#bekend.set(persoonId, feiten);
      return feiten;
    });
  }
}
