import type { Inschrijving } from "../inschrijving/inschrijving.ts";
import type { RocResolvers } from "../roc.ts";

/** Says how to find the levels of language that were measured. */
export const voortgangResolvers: RocResolvers = {
  Inschrijving: {
    taalniveaus: ({ id }: Inschrijving, _args, { loaders }) => loaders.taalniveaus.load(id),
  },
};
