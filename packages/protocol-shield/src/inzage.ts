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
  readonly #regels = new Map<string, InzageRegel>();

  /** The same disclosure about the same person is one line, however many fields it took. */
  add(regel: InzageRegel): void {
    this.#regels.set(`${regel.actie}:${regel.gegeven}:${regel.persoonId}`, regel);
  }

  get regels(): readonly InzageRegel[] {
    return [...this.#regels.values()];
  }
}
