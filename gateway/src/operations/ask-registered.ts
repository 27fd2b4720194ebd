import type { ApolloServerPlugin } from "@apollo/server";
import type { GatewayContext } from "../caller-context.ts";

/**
 * Lets the server answer a registered operation as the text that it stands for. From here on nothing knows that it came by an id: what
 * the server and the library remember of a text is remembered of that text, and who may see what is decided for this caller as always.
 */
export const askRegistered: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart({ request, contextValue }) {
    if (contextValue.registered === undefined) return;
    request.query = contextValue.registered;
    const { persistedQuery: _id, ...others } = request.extensions ?? {};
    request.extensions = others;
  },
};
