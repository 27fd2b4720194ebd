import type { NieuwkomerRef } from "@ketenhub/subgraph";
import { loopt } from "../loopt.ts";
import type { WpdaResolvers } from "../wpda.ts";
import type { Ontzorgen } from "./ontzorgen.ts";

/** Says how to find ontzorgen. Until when it runs is a gegeven of its own, so that it can be shared without the rest. */
export const ontzorgenResolvers: WpdaResolvers = {
  Nieuwkomer: {
    ontzorgen: async ({ id }: NieuwkomerRef, _args, { loaders }) =>
      (await loaders.ontzorgen.load(id)) ?? null,
    ontzorgenTot: async ({ id }: NieuwkomerRef, _args, { loaders, dag }) => {
      const ontzorgen = await loaders.ontzorgen.load(id);
      return ontzorgen && loopt(ontzorgen.begindatum, ontzorgen.einddatum, dag) ? ontzorgen.einddatum : null;
    },
  },
  Ontzorgen: {
    vasteLasten: ({ id }: Ontzorgen, _args, { loaders }) => loaders.vasteLasten.load(id),
  },
};
