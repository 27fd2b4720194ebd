import { readFile } from "node:fs/promises";
import {
  buildASTSchema,
  type ConstDirectiveNode,
  getNamedType,
  isLeafType,
  isObjectType,
  parse,
  valueFromASTUntyped,
} from "graphql";

/** A field of Nieuwkomer, how to ask it, and what must be open to read it. */
export interface NieuwkomerField {
  readonly naam: string;
  readonly selectie: string;
  readonly gegevens: readonly string[];
}

/** Every field of Nieuwkomer that needs a gegeven and no argument, of all bronhouders. */
export async function nieuwkomerFields(): Promise<readonly NieuwkomerField[]> {
  const sdl = await readFile(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8");
  const type = buildASTSchema(parse(sdl), { assumeValidSDL: true }).getType("Nieuwkomer");
  if (!isObjectType(type)) throw new Error("The supergraph has no type Nieuwkomer.");
  return Object.values(type.getFields()).flatMap((field) => {
    const returned = getNamedType(field.type);
    const gegevens = [...gegevensOf(field.astNode), ...gegevensOf(returned.astNode)];
    if (gegevens.length === 0 || field.args.some(({ defaultValue }) => defaultValue === undefined)) return [];
    const selectie = isLeafType(returned) ? field.name : `${field.name} { __typename }`;
    return [{ naam: field.name, selectie, gegevens }];
  });
}

// Private.
function gegevensOf(node: object | null | undefined): readonly string[] {
  const directives = node && "directives" in node ? (node.directives as readonly ConstDirectiveNode[]) : [];
  return directives
    .filter(({ name }) => name.value === "policy")
    .flatMap(({ arguments: args = [] }) => args.map(({ value }) => valueFromASTUntyped(value)))
    .flatMap((policies) => (policies as readonly (readonly string[])[]).flat())
    .map((policy) => policy.replace("lezen:", ""));
}
