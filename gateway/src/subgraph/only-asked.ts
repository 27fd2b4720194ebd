import { type DocumentNode, Kind, parse, type SelectionSetNode } from "graphql";

/** What was asked of an object, by response key; nothing within what has no parts. */
interface Asked {
  readonly [key: string]: Asked | null;
}

/** A subgraph is asked the same few texts over and over; these are kept read, up to so many characters of text each and together. */
const maximum = { each: 32_768, together: 8_000_000 } as const;
const read = new Map<string, Asked>();
let kept = 0;

/**
 * The part of a subgraph's answer that it was asked for. The library merges everything that a subgraph answers into what the others gave:
 * with a key too many, one bronhouder could change what another said, or about whom.
 */
export function onlyAsked(query: string, data: unknown): unknown {
  const known = read.get(query);
  if (known) return part(data, known);
  const asked = askedOf(parse(query, { noLocation: true }));
  remember(query, asked);
  return part(data, asked);
}

// Private.
function remember(query: string, asked: Asked): void {
  if (query.length > maximum.each) return;
  if (kept + query.length > maximum.together) {
    read.clear();
    kept = 0;
  }
  read.set(query, asked);
  kept += query.length;
}

/** An answer as it should be is given back as it came. */
function part(value: unknown, asked: Asked): unknown {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = part(value[index], asked);
    return value;
  }
  // Where parts were asked of something that has none, there is nothing.
  if (typeof value !== "object" || value === null) return null;
  const object = value as Record<string, unknown>;
  for (const key of Object.keys(object)) {
    const within = Object.hasOwn(asked, key) ? asked[key] : undefined;
    if (within === undefined) delete object[key];
    else if (within !== null) object[key] = part(object[key], within);
  }
  return object;
}

/** The gateway's planner writes one operation, and keeps the fragments that the caller named. */
function askedOf({ definitions }: DocumentNode): Asked {
  const asked: Record<string, Asked | null> = Object.create(null);
  const fragments = new Map<string, SelectionSetNode>();
  for (const node of definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node.selectionSet);
  }
  for (const node of definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) collect(node.selectionSet, fragments, asked);
  }
  return asked;
}

function collect(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, SelectionSetNode>,
  asked: Record<string, Asked | null>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, fragments, asked);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const named = fragments.get(selection.name.value);
      if (named) collect(named, fragments, asked);
    }
    if (selection.kind !== Kind.FIELD) continue;
    const key = selection.alias?.value ?? selection.name.value;
    if (!selection.selectionSet) {
      asked[key] ??= null;
      continue;
    }
    const within = (asked[key] ?? Object.create(null)) as Record<string, Asked | null>;
    collect(selection.selectionSet, fragments, within);
    asked[key] = within;
  }
}
