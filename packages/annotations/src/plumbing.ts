import {
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isObjectType,
} from "graphql";

/**
 * What carries no fact about a person and so needs no gegevenscategorie. A short list, by exact name or by the exact shape of a
 * Relay connection: a field is never plumbing because of what it happens to be called inside another type.
 */
const fields = new Set([
  "Nieuwkomer.id",
  // Decides for itself: empty for whom the caller may not know (see the gemeente's `toegang`).
  "Nieuwkomer.toegang",
  "Query._entities",
  "Query._service",
  "_Service.sdl",
  // What the protocol lets the caller do: public as the protocol is, and about nobody. Whoever is agreed may ask.
  "Query.mijnRechten",
  ...namesIn("Rechten", "protocolversie geldigVanaf partij rol doel open gesloten"),
  ...namesIn("RechtOpGegeven", "gegeven omschrijving uitleg bronhouder bijzonder lezen schrijven"),
  ...namesIn("Recht", "mag artikelen andereDoelen"),
  ...namesIn("RechtArtikel", "artikel tekst voorwaarden grondslag grondslagBijzonder"),
]);

/** What each field of a Relay connection is: by this shape, and not by its name alone, it is plumbing. */
const connection: Readonly<Record<string, Shape>> = {
  edges: isObjects,
  pageInfo: isObjects,
  totalCount: isNamed("Int"),
};
const edge: Readonly<Record<string, Shape>> = { cursor: isNamed("String"), node: isObjects };
const pageInfo: Readonly<Record<string, Shape>> = {
  hasNextPage: isNamed("Boolean"),
  hasPreviousPage: isNamed("Boolean"),
  startCursor: isNamed("String"),
  endCursor: isNamed("String"),
};

/** Whether an output field is plumbing. */
export function isPlumbingField(
  typeName: string,
  { name, type }: Pick<GraphQLField<unknown, unknown>, "name" | "type">,
): boolean {
  if (fields.has(`${typeName}.${name}`)) return true;
  const shapes = shapesOf(typeName);
  return Object.hasOwn(shapes, name) && (shapes[name]?.(type) ?? false);
}

type Shape = (type: GraphQLOutputType) => boolean;

function shapesOf(typeName: string): Readonly<Record<string, Shape>> {
  if (typeName === "PageInfo") return pageInfo;
  if (typeName.endsWith("Connection")) return connection;
  return typeName.endsWith("Edge") ? edge : {};
}

function namesIn(typeName: string, fieldNames: string): readonly string[] {
  return fieldNames.split(" ").map((name) => `${typeName}.${name}`);
}

function isObjects(type: GraphQLOutputType): boolean {
  return isObjectType(getNamedType(type));
}

function isNamed(name: string): Shape {
  return (type) => getNullableType(type).toString() === name;
}

const argumentNames = new Set(["id", "first", "after", "representations"]);

/** Whether an argument is plumbing: which one, how many, from where. */
export function isPlumbingArgument(name: string): boolean {
  return argumentNames.has(name);
}
