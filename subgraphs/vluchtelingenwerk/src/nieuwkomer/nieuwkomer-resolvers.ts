import { isKetenId } from "@ketenhub/subgraph";
import type { VluchtelingenwerkResolvers } from "../vluchtelingenwerk.ts";

/** A nieuwkomer as resolvers pass it on: about himself. Who he is stands with the gemeente. */
export interface NieuwkomerRef {
  readonly id: string;
  readonly nieuwkomerId: string;
}

/** The nieuwkomer with this id, as an object whose facts are decided and loaded when asked. */
export function nieuwkomerRef(id: string): NieuwkomerRef {
  return { id, nieuwkomerId: id };
}

/** Says how a nieuwkomer comes in from elsewhere in the keten. */
export const nieuwkomerResolvers: VluchtelingenwerkResolvers = {
  Nieuwkomer: {
    // A representation is a claim by a stranger: only the id is taken from it, and the toegang to be verified. Not async, so
    // that every toegang of a request is in before the first decision.
    __resolveReference: ({ id, toegang }: { id?: unknown; toegang?: unknown }, context) => {
      if (!isKetenId(id)) return null;
      context.toegangen.add(id, toegang);
      return nieuwkomerRef(id);
    },
  },
};
