import type { Actie } from "./beslissing.ts";
import type { CompiledArtikel, CompiledOpening, CompiledProfiel } from "./compile.ts";

type Groeiend = Record<Actie, Map<string, CompiledOpening>>;

/** Gathers what articles could open, by partij, rol and doel: found by names that are there already, without making a key. */
export class CompiledOpeningen {
  readonly #byPartij = new Map<string, Map<string, Map<string, Groeiend>>>();

  /** Adds an article for one of its rollen and doelen. */
  add(partij: string, rol: string, doel: string, compiled: CompiledArtikel): void {
    const profiel = this.#profiel(partij, rol, doel);
    for (const actie of ["lezen", "schrijven"] as const) {
      for (const gegeven of compiled.artikel[actie] ?? []) {
        const artikelen = [...(profiel[actie].get(gegeven)?.artikelen ?? []), compiled];
        profiel[actie].set(gegeven, openingOf(artikelen));
      }
    }
  }

  get byPartij(): ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, CompiledProfiel>>> {
    return this.#byPartij;
  }

  #profiel(partij: string, rol: string, doel: string): Groeiend {
    const byRol = this.#byPartij.get(partij) ?? new Map<string, Map<string, Groeiend>>();
    this.#byPartij.set(partij, byRol);
    const byDoel = byRol.get(rol) ?? new Map<string, Groeiend>();
    byRol.set(rol, byDoel);
    const profiel = byDoel.get(doel) ?? { lezen: new Map(), schrijven: new Map() };
    byDoel.set(doel, profiel);
    return profiel;
  }
}

// Private.
function openingOf(artikelen: readonly CompiledArtikel[]): CompiledOpening {
  const voorwaarden = Object.freeze(artikelen.map((one) => one.voorwaarden));
  return { artikelen, afhankelijk: Object.freeze({ uitkomst: "afhankelijk", voorwaarden } as const) };
}
