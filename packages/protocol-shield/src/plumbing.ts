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
]);

const connectionFields = new Set(["edges", "pageInfo", "totalCount"]);
const edgeFields = new Set(["cursor", "node"]);
const pageInfoFields = new Set(["hasNextPage", "hasPreviousPage", "startCursor", "endCursor"]);

/** Whether an output field is plumbing. */
export function isPlumbingField(typeName: string, fieldName: string): boolean {
  if (fields.has(`${typeName}.${fieldName}`)) return true;
  if (typeName === "PageInfo") return pageInfoFields.has(fieldName);
  if (typeName.endsWith("Connection")) return connectionFields.has(fieldName);
  if (typeName.endsWith("Edge")) return edgeFields.has(fieldName);
  return false;
}

const argumentNames = new Set(["id", "first", "after", "representations"]);

/** Whether an argument is plumbing: which one, how many, from where. */
export function isPlumbingArgument(name: string): boolean {
  return argumentNames.has(name);
}
