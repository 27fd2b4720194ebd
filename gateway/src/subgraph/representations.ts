/** What may go of a person from one subgraph to another. */
interface Representation {
  readonly __typename: string;
  readonly id?: string;
  readonly toegang?: string | null;
}

/**
 * The representations of a fetch as they go to a subgraph: a type, a keten-id, and of the toegang the part that is sealed for that
 * subgraph; what is sealed for another is none of its business, and need not travel. Throws when there is anything else in them. A
 * second lock behind the validation of aliases: no fact about a person ever travels between bronhouders.
 */
export function representationsFor(
  naam: string,
  representations: readonly unknown[],
): readonly Representation[] {
  return representations.map((one) => representationFor(naam, one));
}

// Private.
const typeName = /^[A-Z]\w*$/;
const ketenId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const sealedParts =
  /^[a-z][a-z0-9-]*:[A-Za-z0-9_-]+:[A-Za-z0-9_-]+(~[a-z][a-z0-9-]*:[A-Za-z0-9_-]+:[A-Za-z0-9_-]+)*$/;

function representationFor(naam: string, representation: unknown): Representation {
  const given = representation as Readonly<Record<string, unknown>>;
  for (const name in given) {
    if (name !== "__typename" && name !== "id" && name !== "toegang") throw mayNotTravel(name);
  }
  const { __typename, id, toegang } = given;
  if (typeof __typename !== "string" || !typeName.test(__typename)) throw mayNotTravel("__typename");
  if (id !== undefined && !(typeof id === "string" && ketenId.test(id))) throw mayNotTravel("id");
  if (toegang === undefined) return id === undefined ? { __typename } : { __typename, id };
  return { __typename, ...(id === undefined ? {} : { id }), toegang: ownPart(naam, toegang) };
}

/** Nothing, when nothing in it is for this subgraph: of what it shares with this caller there is nothing to prove. */
function ownPart(naam: string, toegang: unknown): string | null {
  if (toegang === null) return null;
  if (typeof toegang !== "string") throw mayNotTravel("toegang");
  const mark = `${naam}:`;
  const start = toegang.startsWith(mark) ? 0 : toegang.indexOf(`~${mark}`) + 1;
  const end = toegang.indexOf("~", start);
  const isOwn = toegang.startsWith(mark, start);
  const part = isOwn && end !== -1 ? toegang.slice(start, end) : toegang.slice(start);
  if (!sealedParts.test(part)) throw mayNotTravel("toegang");
  return isOwn ? part : null;
}

function mayNotTravel(name: string): Error {
  return new Error(`A representation holds a ${name} that may not travel.`);
}
