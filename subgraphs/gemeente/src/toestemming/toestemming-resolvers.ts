import type { NieuwkomerRef } from "@ketenhub/subgraph";
import type { GemeenteResolvers } from "../gemeente.ts";
import { geefToestemming } from "./geef-toestemming.ts";
import { trekToestemmingIn } from "./trek-toestemming-in.ts";

/** Says how to find what a nieuwkomer consented to, and how that is given and withdrawn. */
export const toestemmingResolvers: GemeenteResolvers = {
  Nieuwkomer: {
    toestemmingen: ({ id }: NieuwkomerRef, _args, { loaders }) => loaders.toestemmingen.load(id),
  },
  Mutation: { geefToestemming, trekToestemmingIn },
};
