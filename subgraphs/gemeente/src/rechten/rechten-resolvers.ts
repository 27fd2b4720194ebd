import type { GemeenteResolvers } from "../gemeente.ts";
import { mijnRechten } from "./mijn-rechten.ts";
import { wieZietWatVan } from "./wie-ziet-wat.ts";

/** Says what the protocol lets a caller do, and to a nieuwkomer whom it lets see what of him. */
export const rechtenResolvers: GemeenteResolvers = {
  Query: { mijnRechten: (_parent, _args, context) => mijnRechten(context) },
  Nieuwkomer: { wieZietWat: (nieuwkomer, _args, context) => wieZietWatVan(nieuwkomer, context) },
};
