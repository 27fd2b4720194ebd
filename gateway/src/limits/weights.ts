import type { VraagTeGroot } from "@ketenhub/errors";
import type { DocumentNode, OperationDefinitionNode } from "graphql";
import type { Question } from "./cost-of.ts";
import type { Limits } from "./limits.ts";
import { weigh } from "./weigh.ts";

/** A dashboard asks the same text with a few numbers: of each text so many are remembered, and only short ones. */
const maximum = { each: 100, length: 1_000 } as const;

/** What questions weigh, remembered as long as the server keeps their text. Values must be known to be of the right form. */
export class Weights {
  readonly #limits: Limits;
  readonly #known = new WeakMap<DocumentNode, Map<string, number>>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** As `weigh`. */
  of(question: Question, operation: OperationDefinitionNode): number | VraagTeGroot {
    const known = this.#knownOf(question.document);
    const key = keyOf(question);
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const weight = weigh(question, operation, this.#limits);
    if (typeof weight !== "number" || key.length > maximum.length) return weight;
    if (known.size >= maximum.each) known.clear();
    known.set(key, weight);
    return weight;
  }

  #knownOf(document: DocumentNode): Map<string, number> {
    const known = this.#known.get(document) ?? new Map<string, number>();
    this.#known.set(document, known);
    return known;
  }
}

// Private: a size is a number and a condition is true or false; no text makes an answer larger, and none needs to be remembered.
function keyOf({ operationName = "", variables }: Question): string {
  const values = JSON.stringify(variables, (_, value) => (typeof value === "string" ? "" : value));
  return `${operationName}\n${values}`;
}
