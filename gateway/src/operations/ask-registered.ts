import type { ApolloServerPlugin } from "@apollo/server";
import type { GatewayContext } from "../caller-context.ts";

/**
 * Lets the server answer a registered operation as the text that it stands for. From here on nothing knows that it came by an id: what
 * the server and the library remember of a text is remembered of that text, and who may see what is decided for this caller as always.
 */
export const askRegistered: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart({ request, contextValue: { registered } }) {
    const { persistedQuery, ...others } = request.extensions ?? {};
    if (registered === undefined && persistedQuery?.sha256Hash !== null) return;
    // An id that is null is none: the server would take it for one.
    request.extensions = others;
    if (registered !== undefined) request.query = registered;
  },
};
