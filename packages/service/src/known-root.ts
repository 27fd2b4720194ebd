import { GraphQLError, type ValidationRule } from "graphql";

/** Refuses an operation of a kind that the schema does not have: the library would only find out when it is executed. */
export const knownRoot: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return;
    context.reportError(new GraphQLError(`Het schema heeft geen ${node.operation}.`, { nodes: node }));
  },
});
