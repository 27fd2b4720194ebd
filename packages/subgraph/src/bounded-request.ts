import type { ApolloServerPlugin } from "@apollo/server";
import { VraagTeGroot } from "@ketenhub/errors";

/** Words and signs in one document: what the gateway asks is longer than what it was asked. */
export const maximumTokens = 20_000;

/** Persons in one request. A page of 500 with their relatives is half of it. */
const maximumRepresentations = 5_000;

/**
 * Refuses a request about more persons than the gateway ever asks for at once, before anything is decided about one of them. Whoever
 * asks a subgraph directly does not pass the limits of the gateway.
 */
export const boundedRequest: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, response }) {
        for (const value of Object.values(request.variables ?? {})) {
          if (Array.isArray(value) && value.length > maximumRepresentations) {
            // Of who asks, not of this subgraph.
            response.http.status = 400;
            throw new VraagTeGroot("personen", maximumRepresentations, value.length);
          }
        }
      },
    };
  },
};
