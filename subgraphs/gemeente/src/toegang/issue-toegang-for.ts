import { bellerOf } from "@ketenhub/subgraph";
import { issueToegang } from "@ketenhub/toegang";
import type { Context } from "../gemeente.ts";

/**
 * The signed proof of what the gemeente knows about this caller and this person, for the other bronhouders. Nothing when the
 * caller may not know of the person: the same for somebody who does not exist.
 */
export async function issueToegangFor(persoonId: string, context: Context): Promise<string | null> {
  const { beslisser, caller, protocol, moment, ondertekening } = context;
  if (!(await beslisser.mag({ actie: "lezen", gegeven: "nieuwkomer" }, persoonId))) return null;
  const { keten } = await beslisser.feitenVan(persoonId);
  if (!keten) return null;
  const inhoud = {
    beller: bellerOf(caller),
    doel: caller.doel,
    persoonId,
    protocolversie: protocol.versie,
    feiten: keten,
    naloop: protocol.naloop.get(caller.doel) ?? 0,
  };
  return issueToegang(inhoud, ondertekening, moment);
}
