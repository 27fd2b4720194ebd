import { coverage } from "./agreed.ts";
import { type Variant, varianten } from "./mutatie-varianten.ts";
import { Naloop, type Plaats } from "./nalopen.ts";
import { alleen, gebundeld, type Opdracht, schrijfOpdrachten, voorBron } from "./opdracht.ts";
import type { PersoonMetRijen } from "./persoon.ts";
import type { Weigering } from "./verwachting.ts";
import type { Onderzoek } from "./vraag.ts";

/** Asks for every mutation that is closed for a caller whoever it is about, at the gateway and at the bronhouder. */
export async function vraagGeslotenMutaties(onderzoek: Onderzoek): Promise<void> {
  const { verwachting, personen } = onderzoek;
  const [iemand] = personen;
  if (!iemand) return;
  const gesloten = varianten
    .filter(({ alles }) => verwachting.statisch(alles))
    // What is asked back is only looked at when the order itself may be given.
    .filter(({ schrijft, terug }) => terug.length === 0 || !verwachting.statisch(schrijft));
  for (const bronhouder of bronhoudersVan(gesloten)) {
    const eigen = gesloten.filter((variant) => variant.bronhouder === bronhouder);
    await stuur(eigen.map(alleen), { onderzoek, iemand });
    const ookDaar = eigen.map(({ bijBron }) => bijBron).filter(({ alles }) => verwachting.statisch(alles));
    await stuur(ookDaar.map(alleen), { onderzoek, iemand, subgraph: bronhouder });
  }
}

/**
 * Asks for every mutation that is open to a caller for some people, about each of his people. What should be refused is asked
 * alone, or it would be refused because of something else; what should not be, together.
 */
export async function vraagOpenMutaties(onderzoek: Onderzoek): Promise<void> {
  const { verwachting, personen, profiel, bevindingen } = onderzoek;
  const open = varianten.filter(({ alles }) => !verwachting.statisch(alles));
  const gehoord = new Set<string>();
  for (const persoon of personen) {
    const over = { onderzoek, iemand: persoon, persoon };
    const weigering = (variant: Variant) => weigeringOver(persoon, variant, onderzoek);
    const toegestaan = open.filter((variant) => !weigering(variant));
    for (const subgraph of bronhoudersVan(toegestaan)) {
      const eigen = gebundeld(toegestaan.filter(({ bronhouder }) => bronhouder === subgraph));
      await stuur(eigen, over);
      await stuur(eigen.map(voorBron), { ...over, subgraph });
    }
    const geweigerd = open.filter(weigering);
    for (const { bijBron } of geweigerd) bevindingen.raakt({ profiel, verwijzingen: bijBron.alles, persoon });
    for (const variant of eenVanElk(geweigerd, weigering)) {
      await stuur([alleen(variant.bijBron)], { ...over, subgraph: variant.bronhouder });
      const reden = JSON.stringify([variant.mutatie, variant.delen, weigering(variant)]);
      if (!gehoord.has(reden)) await stuur([alleen(variant)], over);
      gehoord.add(reden);
    }
  }
}

// Private.
interface Gestuurd {
  readonly onderzoek: Onderzoek;
  /** Whose rows the orders name. */
  readonly iemand: PersoonMetRijen;
  /** About whom it is decided; absent for what is closed whoever it is about. */
  readonly persoon?: PersoonMetRijen;
  readonly subgraph?: string;
}

function bronhoudersVan(alle: readonly Variant[]): ReadonlySet<string> {
  return new Set(alle.map(({ bronhouder }) => bronhouder));
}

function weigeringOver(
  persoon: PersoonMetRijen,
  { bronhouder, bijBron }: Variant,
  { verwachting }: Onderzoek,
): Weigering | undefined {
  return verwachting.ter({ bronhouder, metToegang: false, persoon }, bijBron.alles);
}

/** What is refused alike is asked once; the order comes first, so what is added to a refused one says nothing more. */
function eenVanElk(
  alle: readonly Variant[],
  weigering: (variant: Variant) => Weigering | undefined,
): readonly Variant[] {
  const sleutel = (variant: Variant) => JSON.stringify([variant.mutatie, weigering(variant)]);
  return [...new Map([...alle].reverse().map((variant) => [sleutel(variant), variant])).values()];
}

async function stuur(opdrachten: readonly Opdracht[], gestuurd: Gestuurd): Promise<void> {
  if (opdrachten.length === 0) return;
  const { onderzoek, iemand, persoon, subgraph } = gestuurd;
  const { profiel, bevindingen, zend } = onderzoek;
  const { query, variables } = schrijfOpdrachten(opdrachten, iemand);
  const answer = await zend(query, variables, subgraph);
  const naloop = new Naloop(onderzoek, { answer, ...(subgraph ? { subgraph } : {}) });
  opdrachten.forEach(({ variant, proeven }, index) => {
    const sleutel = `m${index}`;
    const { weigering, pad } = verwachtVan(variant, gestuurd);
    // What another bronhouder gives is not decided here, unless it is closed for everybody.
    for (const proef of weigering ? proeven : proeven.filter(isEigen)) {
      const route = proef.terug.length > 0 ? "antwoord van een mutatie" : "mutatie";
      const terug = proef.terug.flatMap((weg) => weg.slice(-1)).map(({ type, veld }) => `${type}.${veld}`);
      const delen = [...(terug.length > 0 ? terug : [`Mutation.${proef.mutatie}`]), ...proef.delen];
      bevindingen.gezien({ profiel, route, delen, verwijzingen: proef.alles, weigering, persoon });
    }
    const plaats: Plaats = {
      route: variant.mutatie,
      pad: [sleutel, ...pad],
      persoon,
      metToegang: false,
      spoor: "",
    };
    if (weigering) naloop.antwoordt(answer.data?.[sleutel] ?? null, weigering, plaats);
    else naloop.afgekeurd(plaats);
  });
  naloop.klaar();
}

function isEigen({ terug, bijBron }: Variant): boolean {
  return terug.flat().length === bijBron.terug.flat().length;
}

/** Where a refusal stands: at the order, or, when the gateway can say it of anybody, at what is asked back. */
function verwachtVan(
  variant: Variant,
  { onderzoek, subgraph, persoon }: Gestuurd,
): { readonly weigering: Weigering | undefined; readonly pad: readonly string[] } {
  const { verwachting } = onderzoek;
  const overPersoon = persoon && weigeringOver(persoon, variant, onderzoek);
  if (subgraph) return { weigering: persoon ? overPersoon : verwachting.statisch(variant.alles), pad: [] };
  const order = verwachting.statisch(variant.schrijft);
  if (order) return { weigering: order, pad: [] };
  for (const weg of variant.terug) {
    for (const [index, { type, veld }] of weg.entries()) {
      const weigering = verwachting.statisch(coverage.get(`${type}.${veld}`) ?? []);
      if (weigering) return { weigering, pad: weg.slice(0, index + 1).map(({ sleutel }) => sleutel) };
    }
  }
  return { weigering: overPersoon, pad: [] };
}
