import type { NieuwkomerRef } from "@ketenhub/subgraph";
import type { GemeenteResolvers } from "../gemeente.ts";
import type { Pip } from "./pip.ts";

/** One leefgebied of one plan. */
interface LeefgebiedRef {
  readonly pipId: string;
  readonly nieuwkomerId: string;
  readonly leefgebied: string;
}

const leefgebied =
  (naam: string) =>
  ({ id, nieuwkomerId }: Pip): LeefgebiedRef => ({ pipId: id, nieuwkomerId, leefgebied: naam });

/** Says how to find a plan. Each leefgebied is a field of its own, so that the protocol can share one and not the other. */
export const pipResolvers: GemeenteResolvers = {
  Nieuwkomer: {
    pip: async ({ id }: NieuwkomerRef, _args, { loaders }) => (await loaders.pip.load(id)) ?? null,
  },
  Pip: {
    leerroute: (pip: Pip) => (pip.leerrouteType === null ? null : pip),
    financien: leefgebied("FINANCIEN"),
    zorg: leefgebied("ZORG"),
    samenleving: leefgebied("SAMENLEVING"),
    werk: leefgebied("WERK"),
    ontmoeten: leefgebied("ONTMOETEN"),
  },
  Leerroute: {
    geschatteIntensiteitB1Route: ({ intensiteitB1Route }: Pip) => intensiteitB1Route,
    indicatorAlfabetiseringsonderwijs: ({ alfabetisering }: Pip) => alfabetisering,
  },
  Leefgebiedplan: {
    doelen: async ({ pipId, leefgebied: naam }: LeefgebiedRef, _args, { loaders }) =>
      (await loaders.doelen.load(pipId)).filter((doel) => doel.leefgebied === naam),
    taken: async ({ pipId, leefgebied: naam }: LeefgebiedRef, _args, { loaders }) =>
      (await loaders.taken.load(pipId)).filter((taak) => taak.leefgebied === naam),
  },
};
