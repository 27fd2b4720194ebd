import type { NieuwkomerRef } from "@ketenhub/subgraph";
import { loopt } from "../loopt.ts";
import type { WpdaResolvers } from "../wpda.ts";

/** Says how to find uitkeringen. That one runs is a gegeven of its own, so that it can be shared without the rest. */
export const uitkeringResolvers: WpdaResolvers = {
  Nieuwkomer: {
    uitkeringen: ({ id }: NieuwkomerRef, _args, { loaders }) => loaders.uitkeringen.load(id),
    heeftUitkering: async ({ id }: NieuwkomerRef, _args, { loaders, dag }) =>
      (await loaders.uitkeringen.load(id)).some(({ ingangsdatum, einddatum }) =>
        loopt(ingangsdatum, einddatum, dag),
      ),
  },
};
