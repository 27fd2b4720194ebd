import type { ApolloServerPlugin } from "@apollo/server";
import { countErrors } from "./answer-counts.ts";
import type { FailedRequests } from "./failed-requests.ts";
import { type KnownCaller, recordIn } from "./known-caller.ts";

/** Writes in the record of each request what was asked and what is answered. Errors are counted only where somebody is told. */
export function followingPlugin<Context extends KnownCaller>(
  failed: FailedRequests,
  counts: boolean,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue }) {
      const record = recordIn(contextValue);
      if (!record) return;
      return {
        async didResolveOperation({ operation }) {
          record.operation = operation?.operation;
        },
        async didEncounterErrors({ errors }) {
          for (const error of errors) failed.add(error.originalError ?? error, record);
        },
        async willSendResponse({ response: { body } }) {
          if (counts && body.kind === "single") record.counts = countErrors(body.singleResult.errors ?? []);
        },
      };
    },
  };
}
