import type { GegevenVerwijzing } from "@ketenhub/annotations";
import { Geweigerd } from "@ketenhub/errors";
import {
  type Actie,
  type Afnemer,
  type Beslissing,
  type CompiledProtocol,
  decide,
  type Feiten,
  geenFeiten,
} from "@ketenhub/protocol";
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

/** What this request knows of one person, and what it decided about him. */
interface Bekend {
  readonly laden: Promise<Feiten>;
  /** The facts, from the moment that they are there. */
  feiten?: Feiten;
  readonly besluiten: Readonly<Record<Actie, Map<string, Besluit>>>;
  /** The lists of gegevens that were allowed as a whole, and put down. */
  readonly toegestaan: Set<readonly GegevenVerwijzing[]>;
}

interface Besluit {
  readonly beslissing: Beslissing;
  /** Whether it stands in the inzage. */
  verantwoord: boolean;
}

/**
 * Decides for one request. The same question about the same person is decided once, however many fields ask it, and everything
 * in the request is decided at one moment, by one version of the protocol.
 */
export class Beslisser {
  readonly #options: BeslisserOptions;
  readonly #personen = new Map<string, Bekend>();

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
  async overPersoon(verwijzing: GegevenVerwijzing, persoonId: string): Promise<Beslissing> {
    const bekend = this.#bekend(persoonId);
    return this.#besluit(verwijzing, bekend, await bekend.laden).beslissing;
  }

  /**
   * Decides everything that one field takes about one person. The first refusal, as the error that the field gets; or nothing,
   * and only then is put down in the inzage what is disclosed or changed.
   */
  async verantwoord(
    verwijzingen: readonly GegevenVerwijzing[],
    persoonId: string,
  ): Promise<Geweigerd | undefined> {
    const bekend = this.#bekend(persoonId);
    const feiten = await bekend.laden;
    for (const verwijzing of verwijzingen) {
      const { beslissing } = this.#besluit(verwijzing, bekend, feiten);
      if (beslissing.uitkomst !== "toegestaan") return this.weigering(verwijzing, beslissing);
    }
    for (const verwijzing of verwijzingen) {
      this.#putDown(verwijzing, persoonId, this.#besluit(verwijzing, bekend, feiten));
    }
    return undefined;
  }

  /**
   * The same as `verantwoord`, for when what is known of the person is there already: yes, and put down; or not yes, or not known
   * yet, and then `verantwoord` is to be asked. Waits for nothing.
   */
  verantwoordDirect(verwijzingen: readonly GegevenVerwijzing[], persoonId: string): boolean {
    const bekend = this.#personen.get(persoonId);
    if (bekend?.feiten === undefined) return false;
    if (bekend.toegestaan.has(verwijzingen)) return true;
    for (const verwijzing of verwijzingen) {
      if (this.#besluit(verwijzing, bekend, bekend.feiten).beslissing.uitkomst !== "toegestaan") return false;
    }
    for (const verwijzing of verwijzingen) {
      this.#putDown(verwijzing, persoonId, this.#besluit(verwijzing, bekend, bekend.feiten));
    }
    bekend.toegestaan.add(verwijzingen);
    return true;
  }

  /** Loads what is known of these persons, once and together; nothing when it is there already. Never rejects. */
  leerKennen(persoonIds: readonly string[]): Promise<unknown> | undefined {
    const strangers = persoonIds.filter((id) => this.#personen.get(id)?.feiten === undefined);
    if (strangers.length === 0) return undefined;
    return Promise.allSettled(strangers.map((id) => this.#bekend(id).laden));
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
    return this.#bekend(persoonId).laden;
  }

  #bekend(persoonId: string): Bekend {
    const known = this.#personen.get(persoonId);
    if (known) return known;
    const laden = this.#options.feitenVan(persoonId);
    const bekend: Bekend = {
      laden,
      besluiten: { lezen: new Map(), schrijven: new Map() },
      toegestaan: new Set(),
    };
    this.#personen.set(persoonId, bekend);
    // What could not be loaded stays unknown: whoever awaits it hears why.
    laden.then(
      (feiten) => {
        bekend.feiten = feiten;
      },
      () => undefined,
    );
    return bekend;
  }

  #besluit({ actie, gegeven }: GegevenVerwijzing, { besluiten }: Bekend, persoon: Feiten): Besluit {
    const earlier = besluiten[actie].get(gegeven);
    if (earlier) return earlier;
    const besluit = { beslissing: this.#decide(actie, gegeven, persoon), verantwoord: false };
    besluiten[actie].set(gegeven, besluit);
    return besluit;
  }

  #putDown({ actie, gegeven }: GegevenVerwijzing, persoonId: string, besluit: Besluit): void {
    const { beslissing } = besluit;
    if (besluit.verantwoord || beslissing.uitkomst !== "toegestaan") return;
    besluit.verantwoord = true;
    this.#options.inzage.add({ persoonId, actie, gegeven, artikel: beslissing.artikel });
  }

  #decide(actie: Actie, gegeven: string, persoon: Feiten): Beslissing {
    const { protocol, afnemer, doel, moment } = this.#options;
    const beslissing = decide(protocol, { afnemer, doel, actie, gegeven, moment, persoon });
    if (beslissing.uitkomst !== "geweigerd" || this.#mayKnow(persoon)) return beslissing;
    return decide(protocol, { afnemer, doel, actie, gegeven, moment, persoon: asNobody(persoon) });
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
