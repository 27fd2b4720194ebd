import type { NieuwkomerRef } from "@ketenhub/subgraph";
import { latestBegeleidingOf } from "../begeleiding/latest-begeleiding-of.ts";
import type { VluchtelingenwerkResolvers } from "../vluchtelingenwerk.ts";
import type { Pvt } from "./pvt.ts";
import { registreerPvtBijeenkomst } from "./registreer-pvt-bijeenkomst.ts";

/** Says how to find a participatieverklaringstraject, and how a meeting of it is registered. */
export const pvtResolvers: VluchtelingenwerkResolvers = {
  Nieuwkomer: {
    pvt: async ({ id }: NieuwkomerRef, _args, context) => {
      const begeleiding = await latestBegeleidingOf(id, context);
      return begeleiding ? ((await context.loaders.pvtOfBegeleiding.load(begeleiding.id)) ?? null) : null;
    },
  },
  Pvt: {
    gevolgdeUren: async ({ id }: Pvt, _args, { loaders }) =>
      (await loaders.bijeenkomsten.load(id))
        .filter(({ aanwezig }) => aanwezig)
        .reduce((sum, { uren }) => sum + uren, 0),
    bijeenkomsten: ({ id }: Pvt, _args, { loaders }) => loaders.bijeenkomsten.load(id),
    datumOndertekeningPvt: ({ datumOndertekening }: Pvt) => datumOndertekening,
  },
  Mutation: { registreerPvtBijeenkomst },
};
