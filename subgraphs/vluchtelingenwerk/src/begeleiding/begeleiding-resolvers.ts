import { type NieuwkomerRef, nieuwkomerRef, type PageArguments, registerPage } from "@ketenhub/subgraph";
import { begeleidingRegister } from "../register/begeleiding-register.ts";
import type { VluchtelingenwerkResolvers } from "../vluchtelingenwerk.ts";
import type { Begeleiding } from "./begeleiding.ts";
import { latestBegeleidingOf } from "./latest-begeleiding-of.ts";

/** Says how to find maatschappelijke begeleiding. */
export const begeleidingResolvers: VluchtelingenwerkResolvers = {
  Query: {
    mijnBegeleidingen: (_parent, args: PageArguments, context) =>
      registerPage(context, begeleidingRegister, args),
  },
  Nieuwkomer: {
    begeleiding: async ({ id }: NieuwkomerRef, _args, context) =>
      (await latestBegeleidingOf(id, context)) ?? null,
  },
  Begeleiding: {
    nieuwkomer: ({ nieuwkomerId }: Begeleiding) => nieuwkomerRef(nieuwkomerId),
    pvt: async ({ id }: Begeleiding, _args, { loaders }) => (await loaders.pvtOfBegeleiding.load(id)) ?? null,
  },
};
