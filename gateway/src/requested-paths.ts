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
  const fields = operation ? fieldsOf(operation.selectionSet) : [];
  const entities = fields.find(({ name }) => name.value === "_entities");
  if (!entities || !Array.isArray(representations)) return fields.map((field) => [keyOf(field)]);
  const keys = [...new Set(fieldsOf(entities.selectionSet).map(keyOf))].filter((key) => key !== "__typename");
  return representations.flatMap((_, index) => keys.map((key) => ["_entities", index, key]));
}

// Private: the gateway's planner writes inline fragments only, never named ones.
function fieldsOf(selectionSet: SelectionSetNode | undefined): readonly FieldNode[] {
  return (selectionSet?.selections ?? []).flatMap((selection: SelectionNode) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsOf(selection.selectionSet) : [];
  });
}

function keyOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
