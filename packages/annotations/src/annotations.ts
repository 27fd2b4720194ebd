import {
  type ASTNode,
  type ConstDirectiveNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  valueFromASTUntyped,
} from "graphql";
import { type GegevenVerwijzing, readVerwijzing } from "./gegeven-verwijzing.ts";

/** The schema says something about a gegeven that cannot be understood. */
export class OnbegrepenAnnotatie extends Error {}

/** The gegevens of the `@policy` directives on a type or field. All of them are required. */
export function policyOf(
  element: GraphQLObjectType | GraphQLField<unknown, unknown>,
): readonly GegevenVerwijzing[] {
  const extensions: readonly ASTNode[] = "extensionASTNodes" in element ? element.extensionASTNodes : [];
  return directivesOf([element.astNode, ...extensions], "policy").flatMap((directive) => {
    const policies = valueFromASTUntyped(argumentOf(directive, "policies"));
    if (!Array.isArray(policies) || policies.length !== 1 || !Array.isArray(policies[0])) {
      throw new OnbegrepenAnnotatie("@policy must hold one list: every gegeven in it is required.");
    }
    return policies[0].map((text: unknown) => verwijzing(String(text), ":"));
  });
}

/** The gegevens of the `@tag` directives on an input field or argument. Tags that name no gegeven are someone else's. */
export function tagsOf(element: GraphQLInputField | GraphQLArgument): readonly GegevenVerwijzing[] {
  return directivesOf([element.astNode], "tag")
    .map((directive) => String(valueFromASTUntyped(argumentOf(directive, "name"))))
    .filter((name) => name.startsWith("lezen/") || name.startsWith("schrijven/"))
    .map((name) => verwijzing(name, "/"));
}

// Private.
function directivesOf(
  nodes: readonly (ASTNode | null | undefined)[],
  name: string,
): readonly ConstDirectiveNode[] {
  return nodes.flatMap((node) => {
    const directives = node && "directives" in node ? (node.directives as readonly ConstDirectiveNode[]) : [];
    return directives.filter((directive) => directive.name.value === name);
  });
}

function argumentOf(directive: ConstDirectiveNode, name: string) {
  const argument = directive.arguments?.find((candidate) => candidate.name.value === name);
  if (!argument) throw new OnbegrepenAnnotatie(`@${directive.name.value} has no argument ${name}.`);
  return argument.value;
}

function verwijzing(text: string, separator: ":" | "/"): GegevenVerwijzing {
  const read = readVerwijzing(text, separator);
  if (!read)
    throw new OnbegrepenAnnotatie(`"${text}" is neither lezen${separator}… nor schrijven${separator}….`);
  return read;
}
