import { type GraphQLSchema, isInputObjectType, isIntrospectionType, isObjectType } from "graphql";
import { tagsOf } from "./annotations.ts";
import type { Coverage } from "./coverage.ts";

/**
 * What every argument and input field requires, by its coordinate: `Type.field(argument:)` or `Input.field`. An empty list is
 * plumbing, or an input object of which each field says it for itself.
 */
export function readInputs(schema: GraphQLSchema): Coverage {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const args = types
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args.map((arg) => [`${type.name}.${field.name}(${arg.name}:)`, tagsOf(arg)] as const),
      ),
    );
  const fields = types
    .filter(isInputObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, tagsOf(field)] as const),
    );
  return new Map([...args, ...fields]);
}
