import {
  gemaskeerd,
  inIederGeval,
  requireGemeente,
  requirePeildatum,
  type Telling,
  zietKleineAantallen,
} from "@ketenhub/subgraph";
import type { GemeenteResolvers } from "../gemeente.ts";
import { countByCohort, kenmerken } from "./count-by-cohort.ts";

interface CijfersArguments {
  readonly gemeente: string;
  readonly peildatum: string;
}

/** Says how the figures that DUO publishes are counted from the people themselves, in the same masked form. */
export const cijfersResolvers: GemeenteResolvers = {
  Query: {
    inburgeringscijfers: async (_parent, { gemeente, peildatum }: CijfersArguments, context) => {
      requireGemeente(context, gemeente);
      requirePeildatum(context, peildatum);
      const drempel = context.protocol.document.drempelKleineAantallen;
      // Two cells of one half year, subtracted, can point at a person; lower bounds over all half years cannot.
      const toonCellen = zietKleineAantallen(context);
      const cohorten = await countByCohort(context.dataSource, gemeente, peildatum);
      const tellingen = kenmerken.map((kenmerk) => {
        const cellen: Telling[] = cohorten
          .map((cohort) => ({ categorie: cohort.cohort, aantal: cohort[kenmerk] }))
          .filter(({ aantal }) => aantal > 0)
          .map((cel) => gemaskeerd(cel, drempel));
        return { kenmerk, cellen: toonCellen ? cellen : null, inIederGeval: inIederGeval(cellen) };
      });
      return { gemeente, peildatum, tellingen };
    },
  },
};
