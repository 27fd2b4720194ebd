import type { GegevenVerwijzing } from "@ketenhub/annotations";
import { decide, type Feiten, geenFeiten } from "@ketenhub/protocol";
import { moment, protocol } from "./agreed.ts";
import { dossiersVan, ketenFeitenVan, lopendVan } from "./feiten-uit-rijen.ts";
import type { PersoonMetRijen } from "./persoon.ts";
import { afnemerVan, type Profiel } from "./profielen.ts";

/** What a field answers that is not shared. */
export interface Weigering {
  readonly gegeven: string;
  readonly reden: string;
}

/** Who decides, about whom, and whether the proof of the gemeente came along. */
export interface Beslisplek {
  readonly bronhouder: string;
  readonly metToegang: boolean;
  /** Absent for a figure. */
  readonly persoon: PersoonMetRijen | undefined;
}

/** The bronhouder who knows who is involved. */
export const regie = "gemeente";

/** To know that a person exists. */
export const kennen: GegevenVerwijzing = { actie: "lezen", gegeven: "nieuwkomer" };

/** Decides for one caller, with the protocol itself and with what stands in the rows: what every route has to agree with. */
export class Verwachting {
  readonly #profiel: Profiel;
  readonly #zelf: string | undefined;
  readonly #decided = new Map<string, string | undefined>();

  constructor(profiel: Profiel, zelf: string | undefined) {
    this.#profiel = profiel;
    this.#zelf = zelf;
  }

  /** The first of these that is refused whoever it is about. */
  statisch(verwijzingen: readonly GegevenVerwijzing[]): Weigering | undefined {
    return firstOf(verwijzingen, (one) => this.#beslis(one, undefined));
  }

  /** The first of these that is refused there. */
  ter(plek: Beslisplek, verwijzingen: readonly GegevenVerwijzing[]): Weigering | undefined {
    const { persoon, bronhouder, metToegang } = plek;
    return firstOf(verwijzingen, (one) => {
      const sleutel = `${one.actie} ${one.gegeven} ${persoon?.id} ${bronhouder} ${metToegang}`;
      if (!this.#decided.has(sleutel)) this.#decided.set(sleutel, this.#over(plek, one));
      return this.#decided.get(sleutel);
    });
  }

  /** Whether the caller may know, there, that this person exists. */
  kent(persoon: PersoonMetRijen, bronhouder = regie, metToegang = false): boolean {
    return this.#beslis(kennen, this.#feiten({ persoon, bronhouder, metToegang })) === undefined;
  }

  /** What is known where it is decided: the gemeente knows the keten, a partner what was proven to it and its own register. */
  #feiten({ persoon, bronhouder, metToegang }: Beslisplek): Feiten | "geaggregeerd" {
    if (!persoon) return "geaggregeerd";
    const { partij } = this.#profiel;
    const keten = ketenFeitenVan(persoon, partij);
    const persoonId = persoon.id;
    if (bronhouder === regie) return { persoonId, ...(keten ? { keten } : {}) };
    const lopend = lopendVan(persoon, bronhouder);
    return {
      persoonId,
      ...(keten && metToegang && this.kent(persoon) ? { keten } : {}),
      ...(partij === bronhouder ? { register: { dossiers: dossiersVan(persoon, bronhouder) } } : {}),
      ...(lopend ? { lopend } : {}),
    };
  }

  /** About somebody whom the caller may not know, the reason is that of somebody who does not exist. */
  #over(plek: Beslisplek, verwijzing: GegevenVerwijzing): string | undefined {
    const feiten = this.#feiten(plek);
    const reden = this.#beslis(verwijzing, feiten);
    if (reden === undefined || feiten === "geaggregeerd" || this.#beslis(kennen, feiten) === undefined)
      return reden;
    return this.#beslis(verwijzing, alsNiemand(feiten));
  }

  /** The reason of a refusal; nothing when it is allowed, or, without a person, when it depends on about whom. */
  #beslis(
    { actie, gegeven }: GegevenVerwijzing,
    persoon: Feiten | "geaggregeerd" | undefined,
  ): string | undefined {
    const { doel } = this.#profiel;
    const afnemer = afnemerVan(this.#profiel, this.#zelf);
    const beslissing = decide(protocol, {
      afnemer,
      doel,
      actie,
      gegeven,
      moment,
      ...(persoon ? { persoon } : {}),
    });
    return beslissing.uitkomst === "geweigerd" ? beslissing.reden : undefined;
  }
}

// Private.
function firstOf(
  verwijzingen: readonly GegevenVerwijzing[],
  redenVan: (verwijzing: GegevenVerwijzing) => string | undefined,
): Weigering | undefined {
  for (const verwijzing of verwijzingen) {
    const reden = redenVan(verwijzing);
    if (reden !== undefined) return { gegeven: verwijzing.gegeven, reden };
  }
  return undefined;
}

function alsNiemand({ persoonId, keten, register, lopend }: Feiten): Feiten {
  return {
    ...(keten ? geenFeiten(persoonId) : { persoonId }),
    ...(register ? { register: { dossiers: [] } } : {}),
    ...(lopend ? { lopend: { ontzorgen: undefined } } : {}),
  };
}
