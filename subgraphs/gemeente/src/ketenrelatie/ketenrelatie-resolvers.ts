import { geldt, type NieuwkomerRef, peilVan, toegangTot } from "@ketenhub/subgraph";
import type { Context, GemeenteResolvers } from "../gemeente.ts";
import { beeindigKetenrelatie } from "./beeindig-ketenrelatie.ts";
import { feitVan, type Ketenrelatie } from "./ketenrelatie.ts";
import { startKetenrelatie } from "./start-ketenrelatie.ts";

const lopende =
  (gevoelig: boolean) =>
  async ({ id }: NieuwkomerRef, _args: unknown, context: Context) => {
    const { protocol, moment, loaders } = context;
    const doelen = new Map(protocol.document.doelen.map((doel) => [doel.id, doel.gevoelig === true]));
    const peil = (doel: string) => peilVan(protocol, { doel, moment, actie: "lezen" });
    return (await loaders.ketenrelaties.load(id)).filter(
      // A doel that the protocol no longer knows is treated as sensitive.
      (relatie) =>
        geldt(feitVan(relatie), peil(relatie.doel)) && (doelen.get(relatie.doel) ?? true) === gevoelig,
    );
  };

/** Says how to find who is involved, and how that begins and ends. */
export const ketenrelatieResolvers: GemeenteResolvers = {
  Nieuwkomer: {
    betrokkenen: lopende(false),
    gevoeligeBetrokkenen: lopende(true),
  },
  Ketenrelatie: {
    toegangTot: (relatie: Ketenrelatie, _args, { protocol }) =>
      toegangTot(feitVan(relatie), protocol.naloop.get(relatie.doel) ?? 0) ?? null,
  },
  Mutation: { startKetenrelatie, beeindigKetenrelatie },
};
