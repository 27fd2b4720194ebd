import { requireGemeente, requirePeildatum, zietKleineAantallen } from "@ketenhub/subgraph";
import type { WpdaResolvers } from "../wpda.ts";
import { countUitkeringen } from "./count-uitkeringen.ts";
import { tabel1Van } from "./tabel-1.ts";
import { gemaskeerdeWeergave, openWeergave } from "./weergave.ts";

interface CijfersArguments {
  readonly gemeente: string;
  readonly peildatum: string;
}

/** Says how TABEL 1 of the notitie is counted, and shown to each as the protocol allows. */
export const cijfersResolvers: WpdaResolvers = {
  Query: {
    uitkeringscijfers: async (_parent, { gemeente, peildatum }: CijfersArguments, context) => {
      requireGemeente(context, gemeente);
      requirePeildatum(context, peildatum);
      const tabel = tabel1Van(await countUitkeringen(context.dataSource, gemeente, peildatum));
      const weergave = zietKleineAantallen(context)
        ? openWeergave(tabel)
        : gemaskeerdeWeergave(tabel, context.protocol.document.drempelKleineAantallen);
      return { gemeente, peildatum, ...weergave };
    },
  },
};
