import { bellerOf, gewogenBij } from "@ketenhub/subgraph";
import { toegangUitgever, type Uitgever } from "@ketenhub/toegang";
import type { Context } from "../gemeente.ts";

/**
 * The signed proof of what the gemeente knows about this caller and this person, for the other bronhouders. Nothing when the
 * caller may not know of the person: the same for somebody who does not exist.
 */
export async function issueToegangFor(persoonId: string, context: Context): Promise<string | null> {
  const { beslisser } = context;
  if (!(await beslisser.mag({ actie: "lezen", gegeven: "nieuwkomer" }, persoonId))) return null;
  const { keten } = await beslisser.feitenVan(persoonId);
  return (keten && uitgeverOf(context)(persoonId, keten)) || null;
}

// Private: one for each request, so that what is the same about many persons is written down once.
const uitgevers = new WeakMap<Context, Uitgever>();

function uitgeverOf(context: Context): Uitgever {
  const known = uitgevers.get(context) ?? createUitgever(context);
  uitgevers.set(context, known);
  return known;
}

function createUitgever({ caller, protocol, moment, ondertekening }: Context): Uitgever {
  const uitgifte = {
    beller: bellerOf(caller),
    doel: caller.doel,
    protocolversie: protocol.versie,
    gemeenten: caller.afnemer.gemeenten,
    weegt: (bronhouder: string) => gewogenBij(protocol, caller.afnemer, caller.doel, bronhouder),
    naloop: protocol.naloop.get(caller.doel) ?? 0,
  };
  return toegangUitgever(uitgifte, ondertekening, moment);
}
