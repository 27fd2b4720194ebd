import { type NieuwkomerRef, nieuwkomerRef } from "@ketenhub/subgraph";
import type { Context, GemeenteResolvers } from "../gemeente.ts";
import type { Nieuwkomer } from "../nieuwkomer/nieuwkomer.ts";

interface GezinRef {
  readonly id: string;
  readonly nieuwkomerId: string;
}

const ledenOf = async (nieuwkomerId: string, { loaders }: Context): Promise<readonly Nieuwkomer[]> => {
  const nieuwkomer = await loaders.nieuwkomer.load(nieuwkomerId);
  if (!nieuwkomer) return [];
  return nieuwkomer.gezinId ? loaders.gezinsleden.load(nieuwkomer.gezinId) : [nieuwkomer];
};

/** Somebody who is not yet sixteen on a day (advies of the raden: children under sixteen in view). */
const isOnderZestien =
  (dag: string) =>
  ({ geboortedatum }: Nieuwkomer) =>
    geboortedatum !== null && geboortedatum > `${Number(dag.slice(0, 4)) - 16}${dag.slice(4)}`;

/** Says how to find a gezin. Of its members only those appear whom the caller may know, each by the decision about himself. */
export const gezinResolvers: GemeenteResolvers = {
  Nieuwkomer: {
    gezin: async ({ id }: NieuwkomerRef, _args, { loaders }): Promise<GezinRef | null> => {
      const gezinId = (await loaders.nieuwkomer.load(id))?.gezinId;
      return gezinId ? { id: gezinId, nieuwkomerId: id } : null;
    },
    huishoudgrootte: async ({ id }: NieuwkomerRef, _args, context) => (await ledenOf(id, context)).length,
    heeftKinderen: async ({ id }: NieuwkomerRef, _args, context) =>
      (await ledenOf(id, context)).some(isOnderZestien(context.dag)),
  },
  Gezin: {
    leden: async ({ nieuwkomerId }: GezinRef, _args, context) => {
      const leden = await ledenOf(nieuwkomerId, context);
      const known = await Promise.all(
        leden.map(
          async ({ id }) =>
            (await context.beslisser.mag({ actie: "lezen", gegeven: "nieuwkomer" }, id)) &&
            (await context.beslisser.mag({ actie: "lezen", gegeven: "gezin" }, id)),
        ),
      );
      return leden
        .filter((_, index) => known[index])
        .map(({ id, gezinsrol }) => ({ nieuwkomerId: id, rol: gezinsrol, nieuwkomer: nieuwkomerRef(id) }));
    },
    aantalKinderenOnderZestien: async ({ nieuwkomerId }: GezinRef, _args, context) =>
      (await ledenOf(nieuwkomerId, context)).filter(isOnderZestien(context.dag)).length,
  },
};
