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
import { Inschrijving } from "./inschrijving/inschrijving.ts";
import { inschrijvingResolvers } from "./inschrijving/inschrijving-resolvers.ts";
import { Les } from "./lesaanwezigheid/les.ts";
import { lesaanwezigheidResolvers } from "./lesaanwezigheid/lesaanwezigheid-resolvers.ts";
import { nieuwkomerOfInschrijving } from "./lesaanwezigheid/registreer-lesaanwezigheid.ts";
import { createLoaders, type RocLoaders } from "./loaders.ts";
import { inschrijvingRegister } from "./register/inschrijving-register.ts";
import { Taalniveaumeting } from "./voortgang/taalniveaumeting.ts";
import { voortgangResolvers } from "./voortgang/voortgang-resolvers.ts";

/** What a resolver of the ROC finds in its context. */
export type Context = SubgraphContext<RocLoaders>;
/** Resolvers of the ROC. */
export type RocResolvers = Resolvers<RocLoaders>;

/** The subgraph of the ROC: who takes a course or route there, whether he comes, and how far his language is. */
export const roc: SubgraphDefinition<RocLoaders> = {
  naam: "roc",
  schemaDirectory: new URL("../schema/", import.meta.url),
  entities: [Inschrijving, Les, Taalniveaumeting, Idempotentie],
  migrations: [EersteTabellen1767225600000],
  resolvers: mergeResolvers(
    partnerNieuwkomerResolvers,
    inschrijvingResolvers,
    lesaanwezigheidResolvers,
    voortgangResolvers,
  ),
  createLoaders,
  createFeiten: partnerFeiten("roc", { dossiers: openDossiers(inschrijvingRegister) }),
  persoonVanMutatie: {
    registreerLesaanwezigheid: ({ input }, context) =>
      nieuwkomerOfInschrijving(input.inschrijvingId, context),
  },
};
