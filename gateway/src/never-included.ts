import { Kind, type SelectionNode } from "graphql";

/**
 * Whether a selection is left out whatever the variables: `@include(if: false)` or `@skip(if: true)`. @apollo/gateway forgets such a
 * condition where the fetch goes on at another subgraph, and would ask for what nobody wants; so it is taken out before.
 */
export function isNeverIncluded({ directives = [] }: SelectionNode): boolean {
  return directives.some(({ name, arguments: given = [] }) => {
    const value = given.find((argument) => argument.name.value === "if")?.value;
    if (value?.kind !== Kind.BOOLEAN) return false;
    return name.value === "include" ? !value.value : name.value === "skip" && value.value;
  });
}
