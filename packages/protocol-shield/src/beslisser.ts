import type { GegevenVerwijzing } from "@ketenhub/annotations";
import { Geweigerd } from "@ketenhub/errors";
import {
  type Afnemer,
  type Beslissing,
  type CompiledProtocol,
  decide,
  type Feiten,
  geenFeiten,
} from "@ketenhub/protocol";
import type { Inzage, InzageRegel } from "./inzage.ts";

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

  /**
   * Decides everything that one field takes about one person. The first refusal, as the error that the field gets; or nothing,
   * and only then is put down in the inzage what is disclosed or changed.
   */
  async verantwoord(
    verwijzingen: readonly GegevenVerwijzing[],
    persoonId: string,
  ): Promise<Geweigerd | undefined> {
    const regels: InzageRegel[] = [];
    for (const verwijzing of verwijzingen) {
      const beslissing = await this.overPersoon(verwijzing, persoonId);
      if (beslissing.uitkomst !== "toegestaan") return this.weigering(verwijzing, beslissing);
      regels.push({ ...verwijzing, persoonId, artikel: beslissing.artikel });
    }
    for (const regel of regels) this.#options.inzage.add(regel);
    return undefined;
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
    const verzoek = { afnemer, doel, actie, gegeven, moment };
    const beslissing = decide(protocol, { ...verzoek, persoon });
    if (beslissing.uitkomst !== "geweigerd" || this.#mayKnow(persoon)) return beslissing;
    return decide(protocol, { ...verzoek, persoon: asNobody(persoon) });
  }

  /** Whether the caller may know that this person exists; if not, even the reason of a refusal must not tell. */
  #mayKnow(persoon: Feiten): boolean {
    const { protocol, afnemer, doel, moment } = this.#options;
    const kennen = { afnemer, doel, actie: "lezen", gegeven: "nieuwkomer", moment, persoon } as const;
    return decide(protocol, kennen).uitkomst === "toegestaan";
  }
}

/** What would be known about somebody who does not exist, from the same sources. */
function asNobody({ persoonId, keten, register, lopend }: Feiten): Feiten {
  return {
    ...(keten ? geenFeiten(persoonId) : { persoonId }),
    ...(register ? { register: { dossiers: [] } } : {}),
    ...(lopend ? { lopend: Object.fromEntries(Object.keys(lopend).map((wat) => [wat, undefined])) } : {}),
  };
}
