import type { ApolloServerPlugin } from "@apollo/server";
import type { GatewayContext } from "./caller-context.ts";

/**
 * Keeps an answer to data and errors. The gateway would add `extensions.valueCompletion`, which repeats paths of nulled fields in
 * the words of the library. And nothing under the protocol is kept by a cache on the way.
 */
export const plainAnswer: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        response.http.headers.set("cache-control", "no-store");
        if (response.body.kind === "single") delete response.body.singleResult.extensions;
      },
    };
  },
};
