import { errorCodes } from "@ketenhub/errors";
import { GraphQLError } from "graphql";
import type { RequestRecord } from "./request-record.ts";

/** Knows of an error that a client does not get to see in which request it arose: the library that masks it does not tell. */
export class FailedRequests {
  readonly #records = new WeakMap<object, RequestRecord>();

  add(error: unknown, record: RequestRecord): void {
    if (typeof error === "object" && error !== null && !isShown(error)) this.#records.set(error, record);
  }

  recordOf(error: unknown): RequestRecord | undefined {
    return typeof error === "object" && error !== null ? this.#records.get(error) : undefined;
  }
}

// Private: of a refusal there may be thousands in one answer, and nobody will ask.
function isShown(error: object): boolean {
  const code = error instanceof GraphQLError ? error.extensions["code"] : undefined;
  return typeof code === "string" && code !== "INTERNAL_SERVER_ERROR" && Object.hasOwn(errorCodes, code);
}
