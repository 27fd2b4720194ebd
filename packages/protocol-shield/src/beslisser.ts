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
import { Kennis, type LaadFeiten } from "./kennis.ts";

/** What a decision needs to know about the request. One of these is made per request, and never shared between two. */
export interface BeslisserOptions {
  readonly protocol: CompiledProtocol;
  readonly afnemer: Afnemer;
  readonly doel: string;
  readonly moment: Date;
  /** Loads what is known of persons. */
  readonly feitenVan: LaadFeiten;
  /** Where everything that is disclosed is put down. */
  readonly inzage: Inzage;
}

/** What was decided about one gegeven of one person. */
interface Besluit {
  readonly beslissing: Beslissing;
  /** Whether it stands in the inzage. */
  verantwoord: boolean;
}

type BesluitenByPersoon = Map<string, Besluit>;

/**
 * Decides for one request. The same question about the same person is decided once, however many fields ask it, and everything
 * in the request is decided at one moment, by one version of the protocol.
 */
export class Beslisser {
  readonly #options: BeslisserOptions;
  readonly #kennis: Kennis;
  readonly #besluiten: Readonly<Record<Actie, Map<string, BesluitenByPersoon>>> = {
    lezen: new Map(),
    schrijven: new Map(),
  };
  /** About whom a list of gegevens was allowed as a whole, and put down. */
  readonly #toegestaan = new Map<readonly GegevenVerwijzing[], Set<string>>();

  constructor(options: BeslisserOptions) {
    this.#options = options;
    this.#kennis = new Kennis(options.feitenVan);
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
    return this.#besluit(verwijzing, await this.feitenVan(persoonId), persoonId).beslissing;
  }

  /**
   * Decides everything that one field takes about one person. The first refusal, as the error that the field gets; or nothing,
   * and only then is put down in the inzage what is disclosed or changed.
   */
  async verantwoord(
    verwijzingen: readonly GegevenVerwijzing[],
    persoonId: string,
  ): Promise<Geweigerd | undefined> {
    const feiten = await this.feitenVan(persoonId);
    const refused = verwijzingen.find((verwijzing) => !this.#isOpen(verwijzing, feiten, persoonId));
    if (refused) return this.weigering(refused, this.#besluit(refused, feiten, persoonId).beslissing);
    this.#putDown(verwijzingen, feiten, persoonId);
    return undefined;
  }

  /**
   * The same as `verantwoord`, for when what is known of the person is there already: yes, and put down; or not yes, or not known
   * yet, and then `verantwoord` is to be asked. Waits for nothing.
   */
  verantwoordDirect(verwijzingen: readonly GegevenVerwijzing[], persoonId: string): boolean {
    const allowed = this.#toegestaan.get(verwijzingen) ?? new Set();
    if (allowed.has(persoonId)) return true;
    const feiten = this.#kennis.nu(persoonId);
    if (!feiten || !verwijzingen.every((verwijzing) => this.#isOpen(verwijzing, feiten, persoonId)))
      return false;
    this.#putDown(verwijzingen, feiten, persoonId);
    this.#toegestaan.set(verwijzingen, allowed.add(persoonId));
    return true;
  }

  /** Loads what is known of these persons, once and together; nothing when it is there already. Never rejects. */
  leerKennen(persoonIds: readonly string[]): Promise<unknown> | undefined {
    return this.#kennis.leerKennen(persoonIds);
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
    return this.#kennis.van(persoonId);
  }

  #isOpen(verwijzing: GegevenVerwijzing, feiten: Feiten, persoonId: string): boolean {
    return this.#besluit(verwijzing, feiten, persoonId).beslissing.uitkomst === "toegestaan";
  }

  #besluit({ actie, gegeven }: GegevenVerwijzing, feiten: Feiten, persoonId: string): Besluit {
    const byGegeven = this.#besluiten[actie];
    const byPersoon = byGegeven.get(gegeven) ?? new Map<string, Besluit>();
    const earlier = byPersoon.get(persoonId);
    if (earlier) return earlier;
    const besluit = { beslissing: this.#decide(actie, gegeven, feiten), verantwoord: false };
    byGegeven.set(gegeven, byPersoon.set(persoonId, besluit));
    return besluit;
  }

  /** Puts down in the inzage what was allowed; each once. */
  #putDown(verwijzingen: readonly GegevenVerwijzing[], feiten: Feiten, persoonId: string): void {
    for (const verwijzing of verwijzingen) {
      const besluit = this.#besluit(verwijzing, feiten, persoonId);
      if (besluit.verantwoord || besluit.beslissing.uitkomst !== "toegestaan") continue;
      besluit.verantwoord = true;
      const { actie, gegeven } = verwijzing;
      this.#options.inzage.add({ persoonId, actie, gegeven, artikel: besluit.beslissing.artikel });
    }
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
