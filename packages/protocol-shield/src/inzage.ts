import type { Actie } from "@ketenhub/protocol";

/** That something about a person was disclosed to, or changed by, the caller, and under which article. Never the value. */
export interface InzageRegel {
  readonly persoonId: string;
  readonly actie: Actie;
  readonly gegeven: string;
  readonly artikel: string;
}

/** The one place in a request where is known what was disclosed, about whom, under which articles. */
export class Inzage {
  readonly #regels: InzageRegel[] = [];

  /** The Beslisser adds the same disclosure about the same person once, however many fields it took. */
  add(regel: InzageRegel): void {
    this.#regels.push(regel);
  }

  get regels(): readonly InzageRegel[] {
    return [...this.#regels];
  }
}
