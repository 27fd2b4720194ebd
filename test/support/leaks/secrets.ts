import type { AnyRow, Population } from "./population.ts";

/** What kind of thing a secret is, which says where it can be recognised. */
type Soort = "bsn" | "v-nummer" | "contact" | "tekst" | "bedrag" | "code";

/** One way to a secret: everything that somebody must be allowed to read, and the only partij for whom this way is, if any. */
interface Weg {
  readonly gegevens: readonly string[];
  readonly partij?: string;
}

/** A value about a person, and the ways in which somebody may come to have it. */
export interface Secret {
  readonly soort: Soort;
  readonly waarde: string;
  readonly persoonId: string;
  readonly wegen: readonly Weg[];
}

/** Every BSN, number, contact, amount, free text and fact about health of a population. */
export function secretsOf(population: Population): readonly Secret[] {
  const all = (soort: Soort, table: string, column: string, wegenOf: (row: AnyRow) => readonly Weg[]) =>
    (population[table] ?? []).map((row) => ({
      soort,
      waarde: String(row[column] ?? ""),
      persoonId: String(row["nieuwkomer_id"] ?? row["id"]),
      wegen: wegenOf(row),
    }));
  const simple = (soort: Soort, table: string, column: string, gegeven: string) =>
    all(soort, table, column, () => [{ gegevens: [gegeven] }]);
  return [
    simple("bsn", "nieuwkomer", "bsn", "bsn"),
    simple("v-nummer", "nieuwkomer", "v_nummer", "v-nummer"),
    simple("contact", "nieuwkomer", "telefoonnummer", "contact"),
    simple("contact", "nieuwkomer", "emailadres", "contact"),
    simple("tekst", "ketenrelatie", "contactpersoon", "contactpersonen"),
    simple("tekst", "begeleiding", "notitie", "begeleidingsnotitie"),
    simple("bedrag", "uitkering", "bedrag_in_centen", "uitkeringsbedrag"),
    simple("bedrag", "vaste_last", "bedrag_in_centen", "uitkeringsbedrag"),
    simple("code", "ontheffing", "grond", "ontheffingsgrond"),
    simple("code", "verlenging", "verlengingsgrond", "verlengingsgrond"),
    simple("code", "inburgeringsplicht", "reden_geen", "inburgeringsplicht-reden"),
    all("tekst", "doel", "omschrijving", (row) => [{ gegevens: ["doelen", leefgebied(row)] }]),
    all("tekst", "taak", "omschrijving", (row) => [
      { gegevens: ["taken", leefgebied(row)] },
      { gegevens: row["leefgebied"] === "ZORG" ? ["eigen-taken-zorg"] : ["eigen-taken"], ...only(row) },
    ]),
    all("tekst", "taak", "voortgangsnotitie", (row) => [
      { gegevens: ["voortgangsnotitie"] },
      { gegevens: ["eigen-voortgangsnotitie"], ...only(row) },
    ]),
  ]
    .flat()
    .filter(({ waarde }) => waarde !== "" && !common.has(waarde));
}

// Private: this value says as little elsewhere as here; other enums have it too.
const common = new Set(["OVERIG"]);

/** What a partij took upon itself, it reads as its own. */
function only(row: AnyRow): { readonly partij: string } {
  return { partij: String(row["partij"]) };
}

function leefgebied(row: AnyRow): string {
  return `leefgebied-${String(row["leefgebied"]).toLowerCase()}`;
}
