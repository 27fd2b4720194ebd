import {
  Idempotentie,
  isKetenId,
  mergeResolvers,
  openDossiers,
  partnerFeiten,
  partnerNieuwkomerResolvers,
  type Resolvers,
  type SubgraphContext,
  type SubgraphDefinition,
} from "@ketenhub/subgraph";
import { EersteTabellen1767225600000 } from "../migrations/1767225600000-eerste-tabellen.ts";
import { cijfersResolvers } from "./cijfers/cijfers-resolvers.ts";
import { Klantdossier } from "./klantdossier/klantdossier.ts";
import { klantdossierResolvers } from "./klantdossier/klantdossier-resolvers.ts";
import { createLoaders, type WpdaLoaders } from "./loaders.ts";
import { Ontzorgen } from "./ontzorgen/ontzorgen.ts";
import { ontzorgenResolvers } from "./ontzorgen/ontzorgen-resolvers.ts";
import { VasteLast } from "./ontzorgen/vaste-last.ts";
import { klantdossierRegister, lopendOntzorgen } from "./register/klantdossier-register.ts";
import { reintegratieResolvers } from "./reintegratie/reintegratie-resolvers.ts";
import { Reintegratievoorziening } from "./reintegratie/reintegratievoorziening.ts";
import { Uitkering } from "./uitkering/uitkering.ts";
import { uitkeringResolvers } from "./uitkering/uitkering-resolvers.ts";

/** What a resolver of WPDA finds in its context. */
export type Context = SubgraphContext<WpdaLoaders>;
/** Resolvers of WPDA. */
export type WpdaResolvers = Resolvers<WpdaLoaders>;

/** The subgraph of Werkplein Drentsche Aa: who its clients are, their uitkering, re-integratie and ontzorgen. */
export const wpda: SubgraphDefinition<WpdaLoaders> = {
  naam: "wpda",
  schemaDirectory: new URL("../schema/", import.meta.url),
  entities: [Klantdossier, Uitkering, Reintegratievoorziening, Ontzorgen, VasteLast, Idempotentie],
  migrations: [EersteTabellen1767225600000],
  resolvers: mergeResolvers(
    partnerNieuwkomerResolvers,
    klantdossierResolvers,
    uitkeringResolvers,
    reintegratieResolvers,
    ontzorgenResolvers,
    cijfersResolvers,
  ),
  createLoaders,
  createFeiten: partnerFeiten("wpda", {
    dossiers: openDossiers(klantdossierRegister),
    lopend: lopendOntzorgen,
  }),
  persoonVanMutatie: {
    registreerReintegratievoorziening: async ({ input }) =>
      isKetenId(input.nieuwkomerId) ? input.nieuwkomerId : undefined,
  },
};
