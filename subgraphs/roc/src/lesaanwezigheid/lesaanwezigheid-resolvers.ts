import type { Inschrijving } from "../inschrijving/inschrijving.ts";
import type { RocResolvers } from "../roc.ts";
import { aanwezigheidspercentage } from "./lesuren.ts";
import { registreerLesaanwezigheid } from "./registreer-lesaanwezigheid.ts";

/** Says how lessons are added up, and how one is registered. The percentage is a gegeven of its own. */
export const lesaanwezigheidResolvers: RocResolvers = {
  Inschrijving: {
    lesaanwezigheid: async ({ id, nieuwkomerId }: Inschrijving, _args, { loaders }) => ({
      nieuwkomerId,
      ...(await loaders.lesuren.load(id)),
    }),
    aanwezigheidspercentage: async ({ id }: Inschrijving, _args, { loaders }) =>
      aanwezigheidspercentage(await loaders.lesuren.load(id)),
  },
  Mutation: { registreerLesaanwezigheid },
};
