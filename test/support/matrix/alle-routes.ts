import { Bevindingen } from "./bevindingen.ts";
import type { Bevolking } from "./bevolking.ts";
import { vraagBronhouders } from "./bronhouder-routes.ts";
import { vraagCijfers } from "./cijfer-routes.ts";
import { nietAfgesproken, vraagAanDeDeur } from "./deur-routes.ts";
import { vraagFilters } from "./filter-routes.ts";
import { vraagLijsten } from "./lijst-routes.ts";
import { vraagGeslotenMutaties, vraagOpenMutaties } from "./mutatie-routes.ts";
import type { PersoonMetRijen } from "./persoon.ts";
import { vraagPersonen } from "./persoon-routes.ts";
import type { Profiel } from "./profielen.ts";
import { Verwachting } from "./verwachting.ts";
import type { Onderzoek, Zend } from "./vraag.ts";

/** How to ask a hub as somebody. */
export type ZendAls = (profiel: Profiel, nieuwkomerId?: string) => Promise<Zend>;

/** A gemeente of the example population, with enough people to count. */
const metMensen = "GM1680";

/** So many callers ask at the same time. */
const tegelijk = 3;

/** Asks everything, as everybody, by every route. */
export async function vraagAlles({ personen }: Bevolking, zendAls: ZendAls): Promise<Bevindingen> {
  const bevindingen = new Bevindingen();
  const waarden = new Map<string, string>();
  const geteld: ZendAls = async (...als) => {
    const zend = await zendAls(...als);
    return (...vraag) => {
      bevindingen.operaties += 1;
      return zend(...vraag);
    };
  };
  const rij = [...personen];
  const werk = async () => {
    for (let een = rij.shift(); een; een = rij.shift())
      await vraagAls(een[0], een[1], { zendAls: geteld, bevindingen, waarden });
  };
  await Promise.all([
    ...Array.from({ length: tegelijk }, werk),
    vraagAanDeDeur(nietAfgesproken(), geteld, bevindingen),
  ]);
  return bevindingen;
}

// Private.
interface Hulp extends Pick<Onderzoek, "bevindingen" | "waarden"> {
  readonly zendAls: ZendAls;
}

async function vraagAls(
  profiel: Profiel,
  personen: readonly PersoonMetRijen[],
  { zendAls, ...hulp }: Hulp,
): Promise<void> {
  const [zelf, ...ook] = personen.filter(({ geval }) => geval.geldt.has("eigen-dossier"));
  if (ook.length > 0)
    throw new Error(`Say in the matrix as whom of ${ook.length + 1} people ${profiel.naam} asks.`);
  const verwachting = new Verwachting(profiel, zelf?.id);
  const onderzoek: Onderzoek = {
    ...hulp,
    profiel,
    personen,
    verwachting,
    zend: await zendAls(profiel, zelf?.id),
  };
  await vraagPersonen(onderzoek);
  await vraagLijsten(onderzoek);
  await vraagBronhouders(onderzoek);
  await vraagFilters(onderzoek);
  await vraagGeslotenMutaties(onderzoek);
  await vraagOpenMutaties(onderzoek);
  const elders = { ...profiel, gemeente: metMensen };
  await vraagCijfers({ ...onderzoek, profiel: elders, zend: await zendAls(elders, zelf?.id) });
}
