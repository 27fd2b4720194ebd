import type { NieuwkomerRef } from "@ketenhub/subgraph";
import type { Context, GemeenteResolvers } from "../gemeente.ts";
import { beeindigKetenrelatie } from "./beeindig-ketenrelatie.ts";
import { isLopend } from "./ketenrelatie.ts";
import { startKetenrelatie } from "./start-ketenrelatie.ts";

const lopende =
  (gevoelig: boolean) =>
  async ({ id }: NieuwkomerRef, _args: unknown, context: Context) => {
    const doelen = new Map(context.protocol.document.doelen.map((doel) => [doel.id, doel.gevoelig === true]));
    const relaties = await context.loaders.ketenrelaties.load(id);
    return relaties.filter(
      // A doel that the protocol no longer knows is treated as sensitive.
      (relatie) =>
        isLopend(relatie, context.moment, context.dag) && (doelen.get(relatie.doel) ?? true) === gevoelig,
    );
  };

/** Says how to find who is involved, and how that begins and ends. */
export const ketenrelatieResolvers: GemeenteResolvers = {
  Nieuwkomer: {
    betrokkenen: lopende(false),
    gevoeligeBetrokkenen: lopende(true),
  },
  Mutation: { startKetenrelatie, beeindigKetenrelatie },
};
