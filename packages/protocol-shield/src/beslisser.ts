import { Geweigerd } from "@ketenhub/errors";
import {
  type Afnemer,
  type Beslissing,
  type CompiledProtocol,
  decide,
  type Feiten,
} from "@ketenhub/protocol";
import type { GegevenVerwijzing } from "./gegeven-verwijzing.ts";
import type { Inzage } from "./inzage.ts";

/** What a decision needs to know about the request. One of these is made per request, and never shared between two. */
export interface BeslisserOptions {
  readonly protocol: CompiledProtocol;
  readonly afnemer: Afnemer;
  readonly doel: string;
  readonly moment: Date;
  /** What is known about a person; loads many at once. */
  readonly feitenVan: (persoonId: string) => Promise<Feiten>;
  /** Where everything that is disclosed is put down. */
  readonly inzage: Inzage;
}

/**
 * Decides for one request. The same question about the same person is decided once, however many fields ask it, and everything
 * in the request is decided at one moment, by one version of the protocol.
 */
export class Beslisser {
  readonly #options: BeslisserOptions;
  readonly #feiten = new Map<string, Promise<Feiten>>();
  readonly #decided = new Map<string, Promise<Beslissing>>();

  constructor(options: BeslisserOptions) {
    this.#options = options;
  }

  /** What can be said without knowing about whom. */
  statisch({ actie, gegeven }: GegevenVerwijzing): Beslissing {
    const { protocol, afnemer, doel, moment } = this.#options;
    return decide(protocol, { afnemer, doel, actie, gegeven, moment });
  }

  /** The decision about a figure that concerns nobody in particular. */
  geaggregeerd({ actie, gegeven }: GegevenVerwijzing): Beslissing {
    const { protocol, afnemer, doel, moment } = this.#options;
    return decide(protocol, { afnemer, doel, actie, gegeven, moment, persoon: "geaggregeerd" });
  }

  /** The decision about one person. */
  overPersoon({ actie, gegeven }: GegevenVerwijzing, persoonId: string): Promise<Beslissing> {
    const sleutel = `${actie}:${gegeven}:${persoonId}`;
    const earlier = this.#decided.get(sleutel);
    if (earlier) return earlier;
    const decision = this.#decide({ actie, gegeven }, persoonId);
    this.#decided.set(sleutel, decision);
    return decision;
  }

  /** The decision about one person, for something that is disclosed or changed when it is yes: that is put down in the inzage. */
  async verantwoord(verwijzing: GegevenVerwijzing, persoonId: string): Promise<Beslissing> {
    const beslissing = await this.overPersoon(verwijzing, persoonId);
    if (beslissing.uitkomst === "toegestaan") {
      this.#options.inzage.add({ ...verwijzing, persoonId, artikel: beslissing.artikel });
    }
    return beslissing;
  }

  /** Whether a person's gegeven may be read or written; for what a resolver itself must choose. */
  async mag(verwijzing: GegevenVerwijzing, persoonId: string): Promise<boolean> {
    return (await this.overPersoon(verwijzing, persoonId)).uitkomst === "toegestaan";
  }

  /** The error that a refused field gets. `afhankelijk` is not a yes: without a person it is a no. */
  weigering({ gegeven }: GegevenVerwijzing, beslissing: Beslissing): Geweigerd {
    const { protocol, doel } = this.#options;
    const reden = beslissing.uitkomst === "geweigerd" ? beslissing.reden : "TOEGANG_ONBEKEND";
    return new Geweigerd({ reden, gegeven, doel, protocolversie: protocol.versie });
  }

  /** What is known about a person in this request; loaded once. */
  feitenVan(persoonId: string): Promise<Feiten> {
    const known = this.#feiten.get(persoonId) ?? this.#options.feitenVan(persoonId);
    this.#feiten.set(persoonId, known);
    return known;
  }

  async #decide({ actie, gegeven }: GegevenVerwijzing, persoonId: string): Promise<Beslissing> {
    const { protocol, afnemer, doel, moment } = this.#options;
    const persoon = await this.feitenVan(persoonId);
    return decide(protocol, { afnemer, doel, actie, gegeven, moment, persoon });
  }
}
