import { type FieldNode, Kind, parse, type SelectionNode, type SelectionSetNode } from "graphql";

/**
 * The places in a subgraph's answer that it was asked to fill: each root field or, for a fetch of entities, each field of each
 * entity. When the subgraph does not answer, every one of these says so.
 */
export function requestedPaths(
  query: string,
  representations: unknown,
): readonly (readonly (string | number)[])[] {
  const document = parse(query, { noLocation: true });
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [],
    ),
  );
  const fields = operation ? fieldsOf(operation.selectionSet, fragments) : [];
  const entities = fields.find(({ name }) => name.value === "_entities");
  if (!entities || !Array.isArray(representations)) return fields.map((field) => [keyOf(field)]);
  const keys = [...new Set(fieldsOf(entities.selectionSet, fragments).map(keyOf))].filter(
    (key) => key !== "__typename",
  );
  return representations.flatMap((_, index) => keys.map((key) => ["_entities", index, key]));
}

// Private: the gateway's planner keeps the fragments that the caller named.
function fieldsOf(
  selectionSet: SelectionSetNode | undefined,
  fragments: ReadonlyMap<string, SelectionSetNode>,
): readonly FieldNode[] {
  return (selectionSet?.selections ?? []).flatMap((selection: SelectionNode) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, fragments);
    return fieldsOf(fragments.get(selection.name.value), fragments);
  });
}

function keyOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
