import { VraagTeGroot } from "@ketenhub/errors";
import { GraphQLError, type OperationDefinitionNode } from "graphql";
import { costOf, type Question } from "./cost-of.ts";
import type { Limits } from "./limits.ts";
import { shapeOf } from "./shape-of.ts";

/**
 * How many objects the answer to an operation can hold, or why it is too large to be planned. Takes no longer for a large one than for
 * one that is just allowed. Throws a GraphQLError for a value of a wrong form: what cannot be counted is not planned either.
 */
export function weigh(
  question: Question,
  operation: OperationDefinitionNode,
  limits: Limits,
): number | VraagTeGroot {
  const { depth, rootFields, aliases } = shapeOf(question.document, operation);
  if (depth > limits.depth) return new VraagTeGroot("niveaus", limits.depth, depth);
  if (rootFields > limits.rootFields)
    return new VraagTeGroot("velden op het hoogste niveau", limits.rootFields, rootFields);
  if (aliases > limits.aliases) return new VraagTeGroot("aliassen", limits.aliases, aliases);
  const cost = counted(question, limits.nodes);
  if (cost === undefined) return new VraagTeGroot("velden, ook in fragmenten", limits.nodes);
  return cost > limits.cost
    ? new VraagTeGroot("objecten in het antwoord, naar schatting", limits.cost, cost)
    : cost;
}

// Private.
function counted(question: Question, nodes: number): number | undefined {
  try {
    return costOf(question, nodes);
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes("number of nodes")) return undefined;
    throw error;
  }
}
