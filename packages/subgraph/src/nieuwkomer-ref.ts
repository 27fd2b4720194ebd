import type { SubgraphContext } from "./context.ts";
import type { Resolvers } from "./definition.ts";
import { isKetenId } from "./keten-id.ts";

/** A nieuwkomer as resolvers pass it on: about himself. */
export interface NieuwkomerRef {
  readonly id: string;
  readonly nieuwkomerId: string;
}

/** The nieuwkomer with this id, as an object whose facts are decided and loaded when asked. */
export function nieuwkomerRef(id: string): NieuwkomerRef {
  return { id, nieuwkomerId: id };
}

/** Says how a nieuwkomer comes in at a partner from elsewhere in the keten. */
export const partnerNieuwkomerResolvers: Resolvers<unknown> = {
  Nieuwkomer: {
    // A representation is a claim by a stranger: only the id is taken from it, and the toegang to be verified. Not async, so
    // that every toegang of a request is in before the first decision.
    __resolveReference: (
      { id, toegang }: { id?: unknown; toegang?: unknown },
      context: SubgraphContext<unknown>,
    ): NieuwkomerRef | null => {
      if (!isKetenId(id)) return null;
      context.toegangen.add(id, toegang);
      return nieuwkomerRef(id);
    },
  },
};
