import type { ApolloGateway } from "@apollo/gateway";
import { OngeldigeInvoer } from "@ketenhub/errors";
import {
  type FragmentDefinitionNode,
  GraphQLError,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import type { AnnotatedSchema } from "./annotated-schema.ts";
import { audienceOf } from "./audience.ts";
import type { GatewayContext } from "./caller-context.ts";
import { type AskedField, type AskedFields, examineOperation } from "./examine-operation.ts";
import type { AnswerIntrospection } from "./introspection.ts";
import type { Limits } from "./limits/limits.ts";
import { Weights } from "./limits/weights.ts";
import { mutationOwnersOf } from "./mutation-owners.ts";
import { refusalAt, restoreShape } from "./restore-shape.ts";
import { withoutRefused } from "./without-refused.ts";

/** What the server needs of a gateway. */
export type ServedGateway = Pick<ApolloGateway, "load" | "onSchemaLoadOrUpdate" | "stop">;

type Execute = Awaited<ReturnType<ApolloGateway["load"]>>["executor"];
type Requested = Parameters<Execute>[0];

/**
 * The gateway with what is refused taken out before it plans. The library plans and executes a document in which nothing stands
 * that this caller can never have, so that no subgraph is asked for it; then the answer gets the shape that was asked, with one
 * error at each place. A mutation with anything refused in it is refused whole, before the first write.
 */
export function filteringGateway(
  gateway: ApolloGateway,
  annotated: AnnotatedSchema,
  answerIntrospection: AnswerIntrospection,
  limits: Limits,
): ServedGateway {
  const owners = mutationOwnersOf(annotated.schema);
  const weights = new Weights(limits);
  const execute: Execute = async (requested) => {
    const { document, request } = requested;
    const operation = requested.operation as OperationDefinitionNode | undefined;
    if (!operation) return { errors: [new GraphQLError("Noem met operationName welke operatie u bedoelt.")] };
    const { protocol, caller, moment, weighed } = requested.context as GatewayContext;
    const audience = audienceOf(protocol, caller.afnemer, caller.doel, moment);
    const { values: variables, errors: misshapen } = coerce(annotated, operation, request.variables ?? {});
    if (misshapen) return { errors: misshapen };
    const measured = misuse(() => measure(annotated, requested, operation, weights));
    if ("errors" in measured) return measured;
    if (typeof measured.value !== "number") return { errors: [measured.value] };
    await weighed(measured.value);
    const fragments = fragmentsOf(requested);
    const examined = misuse(() => examineOperation(operation, { annotated, audience, fragments, variables }));
    if ("errors" in examined) return examined;
    const { asked, refused } = examined.value;
    if (operation.operation === "mutation") {
      const objections = [...refusalsIn(asked, []), ...severalOwners(asked, owners)];
      if (objections.length > 0) return { data: null, errors: objections };
    }
    if (!asked.hasOwnWork && refused.size === 0) return aboutAsked(await gateway.executor(requested), asked);

    const introspected = misuse(() =>
      ownAnswer(asked, () => answerIntrospection(audience, document, operation, variables)),
    );
    if ("errors" in introspected) return introspected;
    const planned = withoutRefused(document, refused);
    const isAnswered = isOwnWorkAll(asked);
    const { data, errors = [] } = isAnswered
      ? { data: {} }
      : await gateway.executor({ ...requested, document: planned.document, queryHash: planned.queryHash });
    if (!data) return { data: null, errors };
    const restored = restoreShape(asked, data, introspected.value);
    const all = [...errors.filter((error) => isAbout(error, asked)), ...restored.errors];
    return { data: restored.data, ...(all.length > 0 ? { errors: all } : {}) };
  };
  return {
    load: async (options) => ({ ...(await gateway.load(options)), executor: execute }),
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
  };
}

// Private: values of a wrong form are refused here, before anything is decided about them.
function coerce(
  { schema }: AnnotatedSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
) {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
    maxErrors: 10,
  });
  if (coerced) return { values: coerced };
  return { errors: errors.map(ofTheCaller) };
}

/** Before anything else looks at it: examining what is too large would be the damage itself. */
function measure(
  { schema }: AnnotatedSchema,
  requested: Requested,
  operation: OperationDefinitionNode,
  weights: Weights,
) {
  const { document, request } = requested;
  const { operationName, variables = {} } = request;
  return weights.of({ schema, document, operationName, variables }, operation);
}

/** What the library finds wrong with a value where it is used, such as null for what may not be null. */
function misuse<T>(examine: () => T): { readonly value: T } | { readonly errors: readonly GraphQLError[] } {
  try {
    return { value: examine() };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [ofTheCaller(error)] };
    throw error;
  }
}

function ofTheCaller({ message, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: "BAD_USER_INPUT" } });
}

/**
 * Leaves out what is said about a place that nobody asked for: the library sometimes forgets that a fragment was not included where
 * the fetch goes on at another subgraph.
 */
function aboutAsked<A extends { readonly errors?: readonly GraphQLError[] }>(
  answer: A,
  asked: AskedFields,
): A {
  if (!answer.errors) return answer;
  const { errors, ...rest } = answer;
  const kept = errors.filter((error) => isAbout(error, asked));
  return (kept.length > 0 ? { ...rest, errors: kept } : rest) as A;
}

function isAbout({ path = [] }: Pick<GraphQLError, "path">, asked: AskedFields): boolean {
  let place: AskedFields | undefined = asked;
  for (const key of path) {
    if (typeof key !== "string") continue;
    const field: AskedField | undefined = place?.fields.get(key);
    if (!field) return false;
    place = field.within;
  }
  return true;
}

function fragmentsOf({ document }: Requested): Readonly<Record<string, FragmentDefinitionNode>> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  }
  return fragments;
}

function refusalsIn({ fields }: AskedFields, path: readonly string[]): readonly GraphQLError[] {
  return [...fields].flatMap(([key, field]) => {
    if (field.refusal) return [refusalAt(field, [...path, key])];
    return field.within?.hasOwnWork ? refusalsIn(field.within, [...path, key]) : [];
  });
}

/** Two bronhouders cannot write together or not at all, so one operation does not ask them both. */
function severalOwners(
  { fields }: AskedFields,
  owners: ReadonlyMap<string, string>,
): readonly GraphQLError[] {
  const asked = [...fields.values()]
    .map(({ node }) => owners.get(node.name.value))
    .filter((one) => one !== undefined);
  if (new Set(asked).size < 2) return [];
  return [
    new OngeldigeInvoer(
      "mutation",
      "opdrachten aan één bronhouder per verzoek, omdat alles in een verzoek doorgaat of niets",
      [...new Set(asked)].sort().join(" en ").toLowerCase(),
    ),
  ];
}

function isIntrospection(name: string): boolean {
  return name === "__schema" || name === "__type";
}

function ownAnswer(
  { fields }: AskedFields,
  answer: () => Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return [...fields.values()].some(({ node }) => isIntrospection(node.name.value)) ? answer() : {};
}

/** Whether nothing at all is left for a subgraph. */
function isOwnWorkAll({ fields }: AskedFields): boolean {
  return [...fields.values()].every(({ refusal, node }) => refusal || isIntrospection(node.name.value));
}
