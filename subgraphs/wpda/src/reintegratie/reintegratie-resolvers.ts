import type { NieuwkomerRef } from "@ketenhub/subgraph";
import { loopt } from "../loopt.ts";
import type { WpdaResolvers } from "../wpda.ts";
import { registreerReintegratievoorziening } from "./registreer-reintegratievoorziening.ts";

/** Says how to find provisions aimed at work, and how one is registered. */
export const reintegratieResolvers: WpdaResolvers = {
  Nieuwkomer: {
    reintegratievoorzieningen: ({ id }: NieuwkomerRef, _args, { loaders }) =>
      loaders.reintegratievoorzieningen.load(id),
    heeftReintegratievoorziening: async ({ id }: NieuwkomerRef, _args, { loaders, dag }) =>
      (await loaders.reintegratievoorzieningen.load(id)).some(({ datumStart, datumEinde }) =>
        loopt(datumStart, datumEinde, dag),
      ),
  },
  Mutation: { registreerReintegratievoorziening },
};
