import { type GraphQLObjectType, isNonNullType } from "graphql";
import { objectType, returnedObject } from "./agreed.ts";
import { isAccessible, ownersOf } from "./owners.ts";

/** One field in a question, with what is asked within it. */
export interface Vraagveld {
  readonly type: string;
  readonly veld: string;
  /** Its key in the answer. */
  readonly sleutel: string;
  /** The object type that it returns; nothing for a leaf. */
  readonly geeft: string | undefined;
  readonly isVerplicht: boolean;
  readonly binnen: readonly Vraagveld[];
}

/** What is asked of a type. */
export interface Keuze {
  /** Stands before the name of each field, to make an alias. */
  readonly voorvoegsel?: string;
  /** The field by which a nieuwkomer is found again within one, and of whom everything is asked again; elsewhere only who it is. */
  readonly terugDoor?: string;
  /** Only what this subgraph gives. */
  readonly subgraph?: string;
}

/** Everything that can be asked of a type, at any depth. */
export function veldenVan(
  naam: string,
  keuze: Keuze = {},
  boven: readonly string[] = [],
): readonly Vraagveld[] {
  const type = objectType(naam);
  return Object.keys(type.getFields())
    .filter((veld) => isAccessible(naam, veld))
    .filter((veld) => !keuze.subgraph || ownersOf(naam, veld).includes(keuze.subgraph))
    .map((veld) => veldVan(type, veld, keuze, [...boven, naam]));
}

/** The fields by which a nieuwkomer is found again within one, each with all fields on the way there. */
export function terugwegen(
  velden: readonly Vraagveld[],
  onderweg: readonly string[] = [],
): readonly (readonly string[])[] {
  return velden.flatMap(({ type, veld, geeft, binnen }) => {
    const weg = [...onderweg, `${type}.${veld}`];
    return geeft === "Nieuwkomer" ? [weg] : terugwegen(binnen, weg);
  });
}

// Private.
function veldVan(type: GraphQLObjectType, veld: string, keuze: Keuze, boven: readonly string[]): Vraagveld {
  const field = type.getFields()[veld];
  if (!field) throw new Error(`${type.name} has no field ${veld}.`);
  if (field.args.length > 0)
    throw new Error(`Say in the matrix with which arguments ${type.name}.${veld} is asked.`);
  const geeft = returnedObject(field.type)?.name;
  return {
    type: type.name,
    veld,
    sleutel: `${keuze.voorvoegsel ?? ""}${veld}`,
    geeft,
    isVerplicht: isNonNullType(field.type),
    binnen: geeft ? binnenVan(`${type.name}.${veld}`, geeft, keuze, boven) : [],
  };
}

/** Of a type that was met on the way only its number is asked, or the question would have no end. */
function binnenVan(
  deel: string,
  geeft: string,
  keuze: Keuze,
  boven: readonly string[],
): readonly Vraagveld[] {
  if (!boven.includes(geeft)) return veldenVan(geeft, keuze, boven);
  const { terugDoor, ...zonder } = keuze;
  if (terugDoor === deel) return veldenVan(geeft, zonder, boven);
  return [veldVan(objectType(geeft), "id", keuze, boven)];
}
