import type { Feiten } from "@ketenhub/protocol";

/** Loads what is known of persons, in their order; rejects when it cannot. */
export type LaadFeiten = (persoonIds: readonly string[]) => Promise<readonly Feiten[]>;

/** What this request knows of one person: the facts, from the moment that `geladen` is there. */
interface Bekende {
  readonly geladen: Promise<void>;
  feiten?: Feiten;
}

/** Who are asked for in this tick, to be loaded together. */
interface Groep {
  readonly persoonIds: string[];
  readonly geladen: Promise<void>;
}

/** What one request learns of persons: each once, and together with everybody who is asked for in the same tick. */
export class Kennis {
  readonly #laad: LaadFeiten;
  readonly #bekenden = new Map<string, Bekende>();
  #groep: Groep | undefined;

  constructor(laad: LaadFeiten) {
    this.#laad = laad;
  }

  /** The facts, when they are there already. */
  nu(persoonId: string): Feiten | undefined {
    return this.#bekenden.get(persoonId)?.feiten;
  }

  /** The facts; rejects, also when asked again, when they could not be loaded. */
  async van(persoonId: string): Promise<Feiten> {
    const bekende = this.#bekende(persoonId);
    await bekende.geladen;
    if (!bekende.feiten) throw new Error("Of a person that was asked for no facts were given.");
    return bekende.feiten;
  }

  /** Loads what is known of these persons; nothing to wait for when it is there already. Never rejects. */
  leerKennen(persoonIds: readonly string[]): Promise<unknown> | undefined {
    const loading = new Set<Promise<void>>();
    for (const persoonId of persoonIds) {
      const bekende = this.#bekende(persoonId);
      if (!bekende.feiten) loading.add(bekende.geladen);
    }
    return loading.size === 0 ? undefined : Promise.allSettled(loading);
  }

  #bekende(persoonId: string): Bekende {
    const known = this.#bekenden.get(persoonId);
    if (known) return known;
    this.#groep ??= this.#openGroep();
    this.#groep.persoonIds.push(persoonId);
    const bekende: Bekende = { geladen: this.#groep.geladen };
    this.#bekenden.set(persoonId, bekende);
    return bekende;
  }

  #openGroep(): Groep {
    const persoonIds: string[] = [];
    const geladen = this.#laadAllen(persoonIds);
    // Whoever waits for it hears why it could not be loaded; that nobody waits is no reason to end the process.
    geladen.catch(() => undefined);
    return { persoonIds, geladen };
  }

  async #laadAllen(persoonIds: readonly string[]): Promise<void> {
    await endOfTick();
    this.#groep = undefined;
    const allen = await this.#laad(persoonIds);
    for (const feiten of allen) {
      const bekende = this.#bekenden.get(feiten.persoonId);
      if (bekende) bekende.feiten = feiten;
    }
  }
}

// Private: after everything that can still be asked without waiting for something else.
function endOfTick(): Promise<void> {
  return new Promise((resolve) => {
    Promise.resolve().then(
      () => process.nextTick(resolve),
      () => undefined,
    );
  });
}
