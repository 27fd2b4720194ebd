import { type ConstDirectiveNode, isEnumType, valueFromASTUntyped } from "graphql";
import { objectType, schema } from "./agreed.ts";

/** The name of every subgraph in the composed schema. */
export function subgraphNamen(): readonly string[] {
  return [...names.values()];
}

/** The subgraphs that give a field, as the composed schema says; who only needs it from another does not count. */
export function ownersOf(typeName: string, fieldName: string): readonly string[] {
  const deel = `${typeName}.${fieldName}`;
  const known = owners.get(deel) ?? readOwners(typeName, fieldName);
  owners.set(deel, known);
  return known;
}

/** Whether a client can ask this field at all. */
export function isAccessible(typeName: string, fieldName: string): boolean {
  const field = objectType(typeName).getFields()[fieldName];
  return directivesOf(field?.astNode, "inaccessible").length === 0;
}

// Private.
const owners = new Map<string, readonly string[]>();

function readOwners(typeName: string, fieldName: string): readonly string[] {
  const type = objectType(typeName);
  const field = type.getFields()[fieldName];
  if (!field) throw new Error(`${typeName} has no field ${fieldName}.`);
  const own = directivesOf(field.astNode, "join__field");
  const given = own.filter((directive) => argumentOf(directive, "external") !== true).map(graphOf);
  const named = given.filter((graph) => graph !== undefined);
  return named.length > 0
    ? named
    : directivesOf(type.astNode, "join__type").flatMap((one) => graphOf(one) ?? []);
}

/** The name of a subgraph by its value in the enum of the composition. */
const names = new Map(
  graphs().map((value) => [
    value.name,
    String(argumentOf(directivesOf(value.astNode, "join__graph")[0], "name")),
  ]),
);

function graphs() {
  const type = schema.getType("join__Graph");
  if (!isEnumType(type)) throw new Error("The composed schema does not say which subgraphs it was made of.");
  return type.getValues();
}

function graphOf(directive: ConstDirectiveNode): string | undefined {
  return names.get(String(argumentOf(directive, "graph")));
}

function directivesOf(node: object | null | undefined, name: string): readonly ConstDirectiveNode[] {
  const directives = node && "directives" in node ? (node.directives as readonly ConstDirectiveNode[]) : [];
  return directives.filter((directive) => directive.name.value === name);
}

function argumentOf(directive: ConstDirectiveNode | undefined, name: string): unknown {
  const argument = directive?.arguments?.find((candidate) => candidate.name.value === name);
  return argument && valueFromASTUntyped(argument.value);
}
