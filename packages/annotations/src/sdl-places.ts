import {
  type ASTNode,
  type DocumentNode,
  Kind,
  type Location,
  type StringValueNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  visit,
} from "graphql";

/** Says where a part of the schema stands in its SDL, as `file:line: `; nothing when that is not known. */
export interface SdlPlaces {
  /** A part as `Type`, `Type.field`, `Type.field(argument)` or `Input(field)`; the line of an annotation in it when that is given. */
  prefix(part: string, annotation?: string): string;
}

/** The places of the parts in SDL that was read with the names of its files. */
export function placesIn(document: DocumentNode | undefined): SdlPlaces {
  const nodes = document ? partsOf(document) : new Map<string, readonly ASTNode[]>();
  return {
    prefix(part, annotation) {
      const [type = part] = part.split(/[.(]/);
      const written = annotation
        ? [part, part.replace(/\(.*/, ""), type]
            .flatMap((name) => nodes.get(name) ?? [])
            .map((node) => directiveText(node, annotation))
            .find((found) => found !== undefined)
        : undefined;
      return asPrefix((written ?? nameOf(nodes.get(part)?.[0]))?.loc);
    },
  };
}

// Private.
function partsOf(document: DocumentNode): ReadonlyMap<string, readonly ASTNode[]> {
  const parts = new Map<string, ASTNode[]>();
  const add = (part: string, node: ASTNode) => parts.set(part, [...(parts.get(part) ?? []), node]);
  for (const node of document.definitions) {
    if (!("name" in node) || !node.name) continue;
    const type = node.name.value;
    add(type, node);
    for (const field of fieldsOf(node as TypeDefinitionNode | TypeExtensionNode)) {
      const isInput = field.kind === Kind.INPUT_VALUE_DEFINITION;
      add(isInput ? `${type}(${field.name.value})` : `${type}.${field.name.value}`, field);
      if (isInput) continue;
      for (const argument of field.arguments ?? [])
        add(`${type}.${field.name.value}(${argument.name.value})`, argument);
    }
  }
  return parts;
}

function fieldsOf(node: TypeDefinitionNode | TypeExtensionNode) {
  return "fields" in node ? (node.fields ?? []) : [];
}

/** Where an annotation (`lezen:pip`) stands among the directives of a part itself, and not of what is in it. */
function directiveText(node: ASTNode, annotation: string): ASTNode | undefined {
  let found: StringValueNode | undefined;
  for (const directive of ("directives" in node && node.directives) || []) {
    visit(directive, {
      StringValue(value) {
        if (value.value === annotation) found ??= value;
      },
    });
  }
  return found;
}

function nameOf(node: ASTNode | undefined): ASTNode | undefined {
  return node && "name" in node ? (node.name as ASTNode) : node;
}

// The name that graphql gives to a text of which nobody said the file.
const nameless = "GraphQL request";

function asPrefix(loc: Location | undefined): string {
  return loc && loc.source.name !== nameless ? `${loc.source.name}:${loc.startToken.line}: ` : "";
}
