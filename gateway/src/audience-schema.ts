import { tagsOf } from "@ketenhub/annotations";
import {
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  visit,
} from "graphql";
import type { AnnotatedSchema } from "./annotated-schema.ts";
import type { Audience } from "./audience.ts";

/**
 * The schema that an audience gets to see: without the fields, arguments and inputs that are refused to it whatever the person,
 * and without the types that only these led to. What it can never see is not in it, descriptions included.
 */
export function audienceSchema(
  api: DocumentNode,
  annotated: AnnotatedSchema,
  audience: Audience,
): DocumentNode {
  let document = withoutRefusedParts(api, annotated, audience);
  for (let size = Number.NaN; size !== document.definitions.length; ) {
    size = document.definitions.length;
    document = withoutDeadEnds(document);
  }
  return reachable(document);
}

// Private.
function withoutRefusedParts(
  api: DocumentNode,
  { schema, coverage }: AnnotatedSchema,
  audience: Audience,
): DocumentNode {
  const isOpen = (of: GraphQLArgument | GraphQLInputField | undefined) =>
    of !== undefined && audience.refusal(tagsOf(of)) === undefined;
  return visit(api, {
    ObjectTypeDefinition: (node) => ({
      ...node,
      fields: (node.fields ?? []).flatMap((field) => {
        const where = `${node.name.value}.${field.name.value}`;
        const required = coverage.get(where);
        if (!required || audience.refusal(required)) return [];
        const declared = fieldOf(schema, node, field);
        const given = (field.arguments ?? []).filter((argument) =>
          isOpen(declared?.args.find(({ name }) => name === argument.name.value)),
        );
        return lacksRequired(field.arguments, given) ? [] : [{ ...field, arguments: given }];
      }),
    }),
    InputObjectTypeDefinition: (node) => {
      const type = schema.getType(node.name.value);
      const declared = isInputObjectType(type) ? type.getFields() : {};
      const open = (node.fields ?? []).filter(({ name }) => isOpen(declared[name.value]));
      return lacksRequired(node.fields, open) ? null : { ...node, fields: open };
    },
  });
}

function fieldOf(
  schema: GraphQLSchema,
  type: ObjectTypeDefinitionNode,
  field: FieldDefinitionNode,
): GraphQLField<unknown, unknown> | undefined {
  const found = schema.getType(type.name.value);
  return isObjectType(found) ? found.getFields()[field.name.value] : undefined;
}

/** What cannot be asked without a value for something that is gone, cannot be asked. */
function lacksRequired(
  before: readonly InputValueDefinitionNode[] | undefined,
  after: readonly InputValueDefinitionNode[],
): boolean {
  return (before ?? []).some(
    (one) => isRequired(one) && !after.some(({ name }) => name.value === one.name.value),
  );
}

function isRequired({ type, defaultValue }: InputValueDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;
}

/** Takes away the types that have nothing left, and what refers to a type that is gone. */
function withoutDeadEnds(document: DocumentNode): DocumentNode {
  const names = new Set(
    document.definitions.flatMap((node) =>
      "name" in node && node.name && !isEmpty(node) ? [node.name.value] : [],
    ),
  );
  const isThere = ({ type }: { readonly type: TypeNode }) => {
    const name = namedType(type);
    return names.has(name) || isSpecifiedScalarType({ name } as never);
  };
  return visit(document, {
    ObjectTypeDefinition: (node) => {
      if (isEmpty(node)) return null;
      const fields = (node.fields ?? []).filter(isThere).flatMap((field) => {
        const given = (field.arguments ?? []).filter(isThere);
        return lacksRequired(field.arguments, given) ? [] : [{ ...field, arguments: given }];
      });
      return { ...node, fields };
    },
    InputObjectTypeDefinition: (node) => {
      const fields = (node.fields ?? []).filter(isThere);
      return isEmpty(node) || lacksRequired(node.fields, fields) ? null : { ...node, fields };
    },
  });
}

function isEmpty(node: DocumentNode["definitions"][number]): boolean {
  const hasFields =
    node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
  return hasFields && (node.fields?.length ?? 0) === 0;
}

/** Keeps what can be reached from a question or an order. */
function reachable(document: DocumentNode): DocumentNode {
  const types = new Map(
    document.definitions.flatMap((node) =>
      "name" in node && node.name ? [[node.name.value, node] as const] : [],
    ),
  );
  const found = new Set<string>();
  const follow = (name: string): void => {
    const node = types.get(name);
    if (!node || found.has(name)) return;
    found.add(name);
    visit(node, { NamedType: (type) => follow(type.name.value) });
  };
  follow("Query");
  follow("Mutation");
  return {
    ...document,
    definitions: document.definitions.filter(
      (node) => !("name" in node) || !node.name || found.has(node.name.value),
    ),
  };
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
