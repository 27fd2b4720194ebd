import { type GraphQLArgument, isInputObjectType, isNonNullType } from "graphql";
import { coverage, objectType, returnedObject } from "./agreed.ts";
import { ownersOf } from "./owners.ts";
import { dagVanaf } from "./sjablonen.ts";
import { type Keuze, type Vraagveld, veldenVan } from "./vraagvelden.ts";

/** A field at the root of a question, with how it is asked. */
export interface Wortel extends Vraagveld {
  /** About one person, a list of people or of dossiers, or about nobody. */
  readonly soort: "persoon" | "lijst" | "niemand";
  readonly argumenten: string;
}

/** Every field at the root of a question that the gateway gives, or this subgraph alone, and that needs a gegeven. */
export function wortels(keuze: Keuze, gemeente: string): readonly Wortel[] {
  return Object.values(objectType("Query").getFields())
    .filter(({ name }) => !keuze.subgraph || ownersOf("Query", name).includes(keuze.subgraph))
    .filter(({ name }) => (coverage.get(`Query.${name}`) ?? []).length > 0)
    .map((field) => {
      const geeft = returnedObject(field.type)?.name;
      if (!geeft) throw new Error(`Say in the matrix what Query.${field.name} gives.`);
      return {
        type: "Query",
        veld: field.name,
        sleutel: field.name,
        geeft,
        isVerplicht: isNonNullType(field.type),
        // The gemeente is asked about each person apart; here only who is in its list.
        binnen: geeft === "NieuwkomerConnection" && keuze.subgraph ? wieAlleen() : veldenVan(geeft, keuze),
        soort: soortVan(geeft),
        argumenten: argumentenVan(field.args, gemeente),
      };
    });
}

// Private.
function wieAlleen(): readonly Vraagveld[] {
  const alles = veldenVan("NieuwkomerConnection");
  const id = ({ type, veld }: Vraagveld) => type !== "Nieuwkomer" || veld === "id";
  const snoei = (velden: readonly Vraagveld[]): readonly Vraagveld[] =>
    velden.filter(id).map((veld) => ({ ...veld, binnen: snoei(veld.binnen) }));
  return snoei(alles);
}

function soortVan(geeft: string): Wortel["soort"] {
  if (geeft === "Nieuwkomer") return "persoon";
  return geeft.endsWith("Connection") ? "lijst" : "niemand";
}

/** What an argument is given, by its name. A filter or an order is asked apart. */
function argumentenVan(args: readonly GraphQLArgument[], gemeente: string): string {
  const bekend: Readonly<Record<string, string>> = {
    id: "$id",
    first: "500",
    gemeente: JSON.stringify(gemeente),
    peildatum: JSON.stringify(`${dagVanaf(0).slice(0, 4)}-01-01`),
  };
  const gegeven = args.flatMap(({ name, type, defaultValue }) => {
    if (bekend[name] !== undefined) return [`${name}: ${bekend[name]}`];
    const isNodig = isNonNullType(type) && defaultValue === undefined;
    if (isNodig || (!isInputObjectType(type) && name !== "after"))
      throw new Error(`Say in the matrix what the argument ${name} is given.`);
    return [];
  });
  return gegeven.length > 0 ? `(${gegeven.join(", ")})` : "";
}
