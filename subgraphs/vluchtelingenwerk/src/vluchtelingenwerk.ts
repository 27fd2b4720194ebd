import {
  Idempotentie,
  mergeResolvers,
  openDossiers,
  partnerFeiten,
  partnerNieuwkomerResolvers,
  type Resolvers,
  type SubgraphContext,
  type SubgraphDefinition,
} from "@ketenhub/subgraph";
import { EersteTabellen1767225600000 } from "../migrations/1767225600000-eerste-tabellen.ts";
import { Begeleiding } from "./begeleiding/begeleiding.ts";
import { begeleidingResolvers } from "./begeleiding/begeleiding-resolvers.ts";
import { createLoaders, type VluchtelingenwerkLoaders } from "./loaders.ts";
import { Pvt } from "./pvt/pvt.ts";
import { PvtBijeenkomst } from "./pvt/pvt-bijeenkomst.ts";
import { pvtResolvers } from "./pvt/pvt-resolvers.ts";
import { nieuwkomerOfPvt } from "./pvt/registreer-pvt-bijeenkomst.ts";
import { begeleidingRegister } from "./register/begeleiding-register.ts";

/** What a resolver of VluchtelingenWerk finds in its context. */
export type Context = SubgraphContext<VluchtelingenwerkLoaders>;
/** Resolvers of VluchtelingenWerk. */
export type VluchtelingenwerkResolvers = Resolvers<VluchtelingenwerkLoaders>;

/** The subgraph of VluchtelingenWerk Noord-Nederland: maatschappelijke begeleiding and the participatieverklaringstraject. */
export const vluchtelingenwerk: SubgraphDefinition<VluchtelingenwerkLoaders> = {
  naam: "vluchtelingenwerk",
  schemaDirectory: new URL("../schema/", import.meta.url),
  entities: [Begeleiding, Pvt, PvtBijeenkomst, Idempotentie],
  migrations: [EersteTabellen1767225600000],
  resolvers: mergeResolvers(partnerNieuwkomerResolvers, begeleidingResolvers, pvtResolvers),
  createLoaders,
  createFeiten: partnerFeiten("vluchtelingenwerk", { dossiers: openDossiers(begeleidingRegister) }),
  persoonVanMutatie: {
    registreerPvtBijeenkomst: ({ input }, context) => nieuwkomerOfPvt(input.pvtId, context),
  },
};
