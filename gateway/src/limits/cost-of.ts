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
 * list as what one person has of such things, and five values as an object. Throws a GraphQLError for more places than may be counted, or a value of a wrong form.
 */
export function costOf(
  { schema, document, operationName, variables }: Question,
  maxQueryNodes: number,
): number {
  const cost = getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    estimators: [objectsOf],
    maxQueryNodes,
    ...(operationName === undefined ? {} : { operationName }),
  });
  return Math.floor(cost);
}

// Private: what one value takes of what an object takes, as measured: two hundred thousand of them keep a bronhouder busy for seconds.
const scalar = 0.2;

const objectsOf: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  const own = isLeafType(getNamedType(field.type)) ? scalar : 1;
  // Never less than one page: a negative number would pay for something else.
  if (typeof args["first"] === "number") return own + Math.max(1, args["first"]) * childComplexity;
  const isPage = type.name.endsWith("Connection");
  const isList = isListType(getNullableType(field.type)) && !isPage;
  return (own + childComplexity) * (isList ? assumedListSize : 1);
};
