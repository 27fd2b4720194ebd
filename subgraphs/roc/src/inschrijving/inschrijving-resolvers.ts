import { type NieuwkomerRef, nieuwkomerRef, type PageArguments, registerPage } from "@ketenhub/subgraph";
import { inschrijvingRegister } from "../register/inschrijving-register.ts";
import type { RocResolvers } from "../roc.ts";
import type { Inschrijving } from "./inschrijving.ts";

/** Says how to find inschrijvingen. */
export const inschrijvingResolvers: RocResolvers = {
  Query: {
    mijnInschrijvingen: (_parent, args: PageArguments, context) =>
      registerPage(context, inschrijvingRegister, args),
  },
  Nieuwkomer: {
    inschrijvingen: ({ id }: NieuwkomerRef, _args, { loaders }) => loaders.inschrijvingen.load(id),
  },
  Inschrijving: {
    nieuwkomer: ({ nieuwkomerId }: Inschrijving) => nieuwkomerRef(nieuwkomerId),
  },
};
