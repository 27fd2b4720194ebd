import {
  Idempotentie,
  isKetenId,
  mergeResolvers,
  type Resolvers,
  type SubgraphContext,
  type SubgraphDefinition,
} from "@ketenhub/subgraph";
import { EersteTabellen1767225600000 } from "../migrations/1767225600000-eerste-tabellen.ts";
import { ToestemmingVastgelegd1795305600000 } from "../migrations/1795305600000-toestemming-vastgelegd.ts";
import { LijstenOpIndex1795392000000 } from "../migrations/1795392000000-lijsten-op-index.ts";
import { cijfersResolvers } from "./cijfers/cijfers-resolvers.ts";
import { Gezin } from "./gezin/gezin.ts";
import { gezinResolvers } from "./gezin/gezin-resolvers.ts";
import { Examenresultaat } from "./inburgering/examenresultaat.ts";
import { inburgeringResolvers } from "./inburgering/inburgering-resolvers.ts";
import { Inburgeringsplicht } from "./inburgering/inburgeringsplicht.ts";
import { Inburgeringstermijn } from "./inburgering/inburgeringstermijn.ts";
import { Ontheffing } from "./inburgering/ontheffing.ts";
import { Verlenging } from "./inburgering/verlenging.ts";
import { nieuwkomerOfKetenrelatie } from "./ketenrelatie/beeindig-ketenrelatie.ts";
import { Ketenrelatie } from "./ketenrelatie/ketenrelatie.ts";
import { ketenrelatieResolvers } from "./ketenrelatie/ketenrelatie-resolvers.ts";
import { createLoaders, type GemeenteLoaders } from "./loaders.ts";
import { Nieuwkomer } from "./nieuwkomer/nieuwkomer.ts";
import { nieuwkomerResolvers } from "./nieuwkomer/nieuwkomer-resolvers.ts";
import { Doel } from "./pip/doel.ts";
import { Pip } from "./pip/pip.ts";
import { pipResolvers } from "./pip/pip-resolvers.ts";
import { rechtenResolvers } from "./rechten/rechten-resolvers.ts";
import { nieuwkomerOfOwnTaak } from "./taak/meld-voortgang.ts";
import { Taak } from "./taak/taak.ts";
import { taakResolvers } from "./taak/taak-resolvers.ts";
import { nieuwkomerOfTaak } from "./taak/trek-taak-in.ts";
import { createKetenFeiten } from "./toegang/keten-feiten.ts";
import { Toestemming } from "./toestemming/toestemming.ts";
import { toestemmingResolvers } from "./toestemming/toestemming-resolvers.ts";

/** What a resolver of the gemeente finds in its context. */
export type Context = SubgraphContext<GemeenteLoaders>;
/** Resolvers of the gemeente. */
export type GemeenteResolvers = Resolvers<GemeenteLoaders>;

/** The subgraph of the gemeente: who the nieuwkomer is, his plan, and who is involved with him. */
export const gemeente: SubgraphDefinition<GemeenteLoaders> = {
  naam: "gemeente",
  schemaDirectory: new URL("../schema/", import.meta.url),
  entities: [
    Gezin,
    Nieuwkomer,
    Ketenrelatie,
    Toestemming,
    Inburgeringsplicht,
    Inburgeringstermijn,
    Verlenging,
    Ontheffing,
    Examenresultaat,
    Pip,
    Doel,
    Taak,
    Idempotentie,
  ],
  migrations: [EersteTabellen1767225600000, ToestemmingVastgelegd1795305600000, LijstenOpIndex1795392000000],
  resolvers: mergeResolvers(
    nieuwkomerResolvers,
    gezinResolvers,
    ketenrelatieResolvers,
    inburgeringResolvers,
    pipResolvers,
    taakResolvers,
    toestemmingResolvers,
    rechtenResolvers,
    cijfersResolvers,
  ),
  createLoaders,
  createFeiten: createKetenFeiten,
  persoonVanMutatie: {
    startKetenrelatie: async ({ input }) => ketenIdOf(input),
    beeindigKetenrelatie: ({ input }, context) => nieuwkomerOfKetenrelatie(input.ketenrelatieId, context),
    meldVoortgang: ({ input }, context) => nieuwkomerOfOwnTaak(input.taakId, context),
    kenTaakToe: async ({ input }) => ketenIdOf(input),
    trekTaakIn: ({ input }, context) => nieuwkomerOfTaak(input.taakId, context),
    geefToestemming: async ({ input }) => ketenIdOf(input),
    trekToestemmingIn: async ({ input }) => ketenIdOf(input),
  },
};

// Private.
function ketenIdOf({ nieuwkomerId }: { readonly nieuwkomerId: string }): string | undefined {
  return isKetenId(nieuwkomerId) ? nieuwkomerId : undefined;
}
