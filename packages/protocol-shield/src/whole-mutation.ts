import { type Coverage, type GegevenVerwijzing, unique, usedInputs } from "@ketenhub/annotations";
import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** One order in a mutation: a root field with its arguments, and what it asks back. */
export interface Opdracht {
  readonly sleutel: string;
  readonly veld: GraphQLField<unknown, unknown>;
  readonly args: Readonly<Record<string, unknown>>;
  /** What must be allowed before it may begin: what it writes and every input it uses. */
  readonly schrijft: readonly GegevenVerwijzing[];
  /** What it asks back, at any depth. */
  readonly vraagt: readonly GegevenVerwijzing[];
}

/**
 * The orders of the mutation that is executed, in their order. What stands there more than once under one key is one order, as it is
 * for graphql: it asks back what any of them asks. Throws for a field that nobody agreed on.
 */
export function opdrachtenOf(info: GraphQLResolveInfo, coverage: Coverage): readonly Opdracht[] {
  const opdrachten = new Map<string, Opdracht>();
  for (const node of fieldsOf(info.operation.selectionSet, info)) {
    if (node.name.value === "__typename") continue;
    const sleutel = node.alias?.value ?? node.name.value;
    const veld = fieldNamed(info.parentType, node);
    const args = getArgumentValues(veld, node, info.variableValues);
    const eerder = opdrachten.get(sleutel)?.vraagt ?? [];
    opdrachten.set(sleutel, {
      sleutel,
      veld,
      args,
      schrijft: required(info.parentType, veld, args, coverage),
      vraagt: unique([...eerder, ...within(node, veld, info, coverage)]),
    });
  }
  return [...opdrachten.values()];
}

// Private.
function within(
  { selectionSet }: FieldNode,
  { type }: GraphQLField<unknown, unknown>,
  info: GraphQLResolveInfo,
  coverage: Coverage,
): readonly GegevenVerwijzing[] {
  const parent = getNamedType(type);
  if (!selectionSet || !isObjectType(parent)) return [];
  return fieldsOf(selectionSet, info).flatMap((node) => {
    if (node.name.value === "__typename") return [];
    const field = fieldNamed(parent, node);
    const args = getArgumentValues(field, node, info.variableValues);
    return [...required(parent, field, args, coverage), ...within(node, field, info, coverage)];
  });
}

function required(
  { name }: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
  coverage: Coverage,
): readonly GegevenVerwijzing[] {
  const agreed = coverage.get(`${name}.${field.name}`);
  if (!agreed) throw new Error(`${name}.${field.name} is not in the coverage.`);
  return [...agreed, ...usedInputs(field.args, args)];
}

function fieldNamed(type: GraphQLObjectType, { name }: FieldNode): GraphQLField<unknown, unknown> {
  const field = type.getFields()[name.value];
  if (!field) throw new Error(`${type.name} has no field ${name.value}.`);
  return field;
}

/** The fields that a selection really asks, through fragments, each once, and with `@skip` and `@include` applied. */
function fieldsOf(
  { selections }: SelectionSetNode,
  info: GraphQLResolveInfo,
  spread = new Set<string>(),
): readonly FieldNode[] {
  return selections
    .filter((one) => isIncluded(one, info))
    .flatMap((one) => {
      if (one.kind === "Field") return [one];
      if (one.kind === "InlineFragment") return fieldsOf(one.selectionSet, info, spread);
      if (spread.has(one.name.value)) return [];
      spread.add(one.name.value);
      const fragment = info.fragments[one.name.value];
      if (!fragment) throw new Error(`There is no fragment ${one.name.value}.`);
      return fieldsOf(fragment.selectionSet, info, spread);
    });
}

function isIncluded(node: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.["if"] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.["if"] !== false;
}
