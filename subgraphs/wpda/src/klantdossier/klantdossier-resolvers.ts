import { nieuwkomerRef, type PageArguments, registerPage } from "@ketenhub/subgraph";
import { klantdossierRegister } from "../register/klantdossier-register.ts";
import type { WpdaResolvers } from "../wpda.ts";
import type { Klantdossier } from "./klantdossier.ts";

/** Says how to find the clients of WPDA in its own register. */
export const klantdossierResolvers: WpdaResolvers = {
  Query: {
    mijnKlanten: (_parent, args: PageArguments, context) => registerPage(context, klantdossierRegister, args),
  },
  Klantdossier: {
    nieuwkomer: ({ nieuwkomerId }: Klantdossier) => nieuwkomerRef(nieuwkomerId),
    uitkeringen: async ({ id, nieuwkomerId }: Klantdossier, _args, { loaders }) =>
      (await loaders.uitkeringen.load(nieuwkomerId)).filter(({ klantdossierId }) => klantdossierId === id),
    reintegratievoorzieningen: async ({ id, nieuwkomerId }: Klantdossier, _args, { loaders }) =>
      (await loaders.reintegratievoorzieningen.load(nieuwkomerId)).filter(
        ({ klantdossierId }) => klantdossierId === id,
      ),
  },
};
