const ketenId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const toegang =
  /^[a-z][a-z0-9-]*:[A-Za-z0-9_-]+:[A-Za-z0-9_-]+(~[a-z][a-z0-9-]*:[A-Za-z0-9_-]+:[A-Za-z0-9_-]+)*$/;

/**
 * Throws when something else than a type, a keten-id and a toegang is about to go from one subgraph to another. A second lock
 * behind the validation of aliases: no fact about a person ever travels between bronhouders.
 */
export function checkRepresentations(representations: unknown): void {
  if (!Array.isArray(representations)) return;
  for (const representation of representations) {
    for (const [name, value] of Object.entries(representation as Record<string, unknown>)) {
      if (!mayTravel(name, value)) throw new Error(`A representation holds a ${name} that may not travel.`);
    }
  }
}

// Private.
function mayTravel(name: string, value: unknown): boolean {
  if (name === "__typename") return typeof value === "string" && /^[A-Z]\w*$/.test(value);
  if (name === "id") return typeof value === "string" && ketenId.test(value);
  return name === "toegang" && (value === null || (typeof value === "string" && toegang.test(value)));
}
