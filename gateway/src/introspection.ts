import {
  buildASTSchema,
  type DocumentNode,
  executeSync,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  specifiedScalarTypes,
  visit,
} from "graphql";
import type { Audience } from "./audience.ts";

/** The questions about the schema in an operation, answered from the schema of who asks; by response key. */
export type AnswerIntrospection = (
  audience: Audience,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;

/** Answers introspection for each audience from its own schema, made when it first asks. */
export function createIntrospection(schemaOf: (audience: Audience) => DocumentNode): AnswerIntrospection {
  const schemas = new Map<string, GraphQLSchema>();
  return (audience, document, operation, variables) => {
    const schema = schemas.get(audience.naam) ?? buildASTSchema(schemaOf(audience));
    schemas.set(audience.naam, schema);
    const { data, errors } = executeSync({
      schema,
      document: introspectionOnly(document, operation),
      variableValues: variables,
    });
    if (errors?.[0]) throw errors[0];
    return data ?? {};
  };
}

// Private: what is asked about data is taken out, and with it the variables that have a type this audience may not know.
function introspectionOnly(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const scalars = specifiedScalarTypes.map(({ name }) => name);
  const definitions = document.definitions.filter(
    (node) => node === operation || node.kind === Kind.FRAGMENT_DEFINITION,
  );
  return visit(
    { ...document, definitions },
    {
      VariableDefinition: ({ type }) => {
        const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
        return named.kind === Kind.NAMED_TYPE && scalars.includes(named.name.value) ? false : null;
      },
      // A fragment on a type of the introspection itself is part of the question.
      FragmentDefinition: ({ typeCondition }) =>
        typeCondition.name.value.startsWith("__") ? false : undefined,
      Field: ({ name }) => (name.value === "__schema" || name.value === "__type" ? false : null),
    },
  );
}
