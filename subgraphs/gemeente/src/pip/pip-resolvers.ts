import { type NieuwkomerRef, openlijkePartijen } from "@ketenhub/subgraph";
import type { Context, GemeenteResolvers } from "../gemeente.ts";
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

const taken =
  (gevoelig: boolean) =>
  async ({ pipId, leefgebied: naam }: LeefgebiedRef, _args: unknown, { protocol, loaders }: Context) => {
    const openlijke = openlijkePartijen(protocol);
    return (await loaders.taken.load(pipId)).filter(
      (taak) => taak.leefgebied === naam && openlijke.has(taak.partij) !== gevoelig,
    );
  };

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
    taken: taken(false),
    gevoeligeTaken: taken(true),
  },
};
