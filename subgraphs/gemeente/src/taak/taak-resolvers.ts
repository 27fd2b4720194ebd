import { nieuwkomerRef, type PageArguments } from "@ketenhub/subgraph";
import type { GemeenteResolvers } from "../gemeente.ts";
import { eigenTaken } from "./eigen-taken.ts";
import { kenTaakToe } from "./ken-taak-toe.ts";
import { meldVoortgang } from "./meld-voortgang.ts";
import type { Taak } from "./taak.ts";
import { trekTaakIn } from "./trek-taak-in.ts";

const isZorg = ({ leefgebied }: Taak) => leefgebied === "ZORG";

/**
 * Says how to find a partij's own tasks, and how they are given, reported on and withdrawn. What a task on zorg is stands in a field
 * of its own, so that the protocol can share the one text and not the other.
 */
export const taakResolvers: GemeenteResolvers = {
  Query: { mijnTaken: (_parent, args: PageArguments, context) => eigenTaken(context, args) },
  EigenTaak: {
    omschrijving: (taak: Taak) => (isZorg(taak) ? null : taak.omschrijving),
    omschrijvingZorg: (taak: Taak) => (isZorg(taak) ? taak.omschrijving : null),
    nieuwkomer: ({ nieuwkomerId }: Taak) => nieuwkomerRef(nieuwkomerId),
  },
  Mutation: { meldVoortgang, kenTaakToe, trekTaakIn },
};
