import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
} from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";
import { assumedListSize } from "./limits.ts";

/** What is asked, as far as its cost goes. */
export interface Question {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * How many objects an answer can hold, as far as can be told before it is planned: a page counts as often as its `first`, another
 * list as what one person has of such things. Throws a GraphQLError for more places than may be counted, or a value of a wrong form.
 */
export function costOf(
  { schema, document, operationName, variables }: Question,
  maxQueryNodes: number,
): number {
  return getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    estimators: [objectsOf],
    maxQueryNodes,
    ...(operationName === undefined ? {} : { operationName }),
  });
}

// Private.
const objectsOf: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  if (type.name.startsWith("__") || field.name.startsWith("__")) return 0;
  const own = isLeafType(getNamedType(field.type)) ? 0 : 1;
  // Never less than one page: a negative number would pay for something else.
  if (typeof args["first"] === "number") return own + Math.max(1, args["first"]) * childComplexity;
  const isPage = type.name.endsWith("Connection");
  const isList = isListType(getNullableType(field.type)) && !isPage;
  return (own + childComplexity) * (isList ? assumedListSize : 1);
};
