import type { GegevenVerwijzing } from "@ketenhub/annotations";
import { coverage } from "./agreed.ts";
import { type Variant, variantenVan, vraagtVan } from "./mutatie-varianten.ts";
import { Naloop, type Plaats } from "./nalopen.ts";
import { ownersOf } from "./owners.ts";
import type { PersoonMetRijen } from "./persoon.ts";
import type { Weigering } from "./verwachting.ts";
import type { Onderzoek } from "./vraag.ts";
import type { Vraagveld } from "./vraagvelden.ts";

/** Asks for every mutation that is closed for a caller whoever it is about, at the gateway and at the bronhouder. */
export async function vraagGeslotenMutaties(onderzoek: Onderzoek): Promise<void> {
  const [persoon] = onderzoek.personen;
  if (!persoon) return;
  const { verwachting } = onderzoek;
  const gesloten = variantenVan(persoon)
    .filter((variant) => verwachting.statisch(allesVan(variant)))
    // What is asked back is only looked at when the order itself may be given.
    .filter(({ schrijft, terug }) => terug.length === 0 || !verwachting.statisch(schrijft));
  for (const bronhouder of new Set(gesloten.map((variant) => variant.bronhouder))) {
    const eigen = gesloten.filter((variant) => variant.bronhouder === bronhouder);
    await stuur(eigen, onderzoek);
    const bijBron = eigen.map(zonderAnderen).filter((variant) => verwachting.statisch(allesVan(variant)));
    await stuur(bijBron, onderzoek, bronhouder);
  }
}

/**
 * Asks for every mutation that is open to a caller for some people, about each of his people. What should be refused is asked
 * alone, or it would be refused because of something else; what should not be, together.
 */
export async function vraagOpenMutaties(onderzoek: Onderzoek): Promise<void> {
  const { verwachting, personen } = onderzoek;
  for (const persoon of personen) {
    const open = variantenVan(persoon).filter((variant) => !verwachting.statisch(allesVan(variant)));
    const weigering = (variant: Variant) => {
      const plek = { bronhouder: variant.bronhouder, metToegang: false, persoon };
      return verwachting.ter(plek, allesVan(zonderAnderen(variant)));
    };
    const toegestaan = open.filter((variant) => !weigering(variant));
    for (const bronhouder of new Set(toegestaan.map((variant) => variant.bronhouder))) {
      const eigen = toegestaan.filter((variant) => variant.bronhouder === bronhouder);
      await stuur(eigen, onderzoek, undefined, persoon);
      await stuur(eigen.map(zonderAnderen), onderzoek, bronhouder, persoon);
    }
    for (const variant of eenVanElk(open.filter(weigering), weigering)) {
      await stuur([variant], onderzoek, undefined, persoon);
      await stuur([zonderAnderen(variant)], onderzoek, variant.bronhouder, persoon);
    }
  }
}

// Private: what is refused alike is asked once; the order comes first, so what is added to a refused one says nothing more.
function eenVanElk(
  varianten: readonly Variant[],
  weigering: (variant: Variant) => Weigering | undefined,
): readonly Variant[] {
  const sleutel = (variant: Variant) => JSON.stringify([variant.mutatie, weigering(variant)]);
  return [...new Map([...varianten].reverse().map((variant) => [sleutel(variant), variant])).values()];
}

function allesVan(variant: Variant): readonly GegevenVerwijzing[] {
  return [...variant.schrijft, ...vraagtVan(variant)];
}

/** A bronhouder knows only its own part of what can be asked back. */
function zonderAnderen(variant: Variant): Variant {
  const eigen = ({ type, veld }: Vraagveld) => ownersOf(type, veld).includes(variant.bronhouder);
  return { ...variant, terug: variant.terug.filter(eigen) };
}

async function stuur(
  varianten: readonly Variant[],
  onderzoek: Onderzoek,
  subgraph?: string,
  persoon?: PersoonMetRijen,
): Promise<void> {
  if (varianten.length === 0) return;
  const declared = varianten.map(({ inputtype }, index) => `$i${index}: ${inputtype}!`).join(", ");
  const orders = varianten.map(
    (variant, index) => `m${index}: ${variant.mutatie}(input: $i${index}) { ${selectie(variant.terug)} }`,
  );
  const variables = Object.fromEntries(varianten.map(({ invoer }, index) => [`i${index}`, invoer]));
  const answer = await onderzoek.zend(`mutation (${declared}) { ${orders.join(" ")} }`, variables, subgraph);
  const naloop = new Naloop(onderzoek, { answer, ...(subgraph ? { subgraph } : {}) });
  varianten.forEach((variant, index) => {
    const sleutel = `m${index}`;
    const data = answer.data?.[sleutel] ?? null;
    variantNalopen(variant, { sleutel, data, subgraph, persoon }, naloop, onderzoek);
  });
  naloop.klaar();
}

interface Gestuurd {
  readonly sleutel: string;
  readonly data: unknown;
  readonly subgraph: string | undefined;
  readonly persoon: PersoonMetRijen | undefined;
}

function variantNalopen(variant: Variant, gestuurd: Gestuurd, naloop: Naloop, onderzoek: Onderzoek): void {
  const { profiel, bevindingen } = onderzoek;
  const { weigering, pad } = verwachtVan(variant, gestuurd, onderzoek);
  const route = variant.terug.length > 0 ? "antwoord van een mutatie" : "mutatie";
  const plaats: Plaats = {
    route,
    pad: [gestuurd.sleutel, ...pad],
    persoon: gestuurd.persoon,
    metToegang: false,
    spoor: "",
  };
  const verwijzingen = [...variant.schrijft, ...vraagtVan(variant, gestuurd.subgraph)];
  const delen = [
    `Mutation.${variant.mutatie}`,
    ...variant.delen,
    ...variant.terug.map(({ type, veld }) => `${type}.${veld}`),
  ];
  for (const deel of delen)
    bevindingen.gezien({ profiel, route, delen: [deel], verwijzingen, weigering, persoon: gestuurd.persoon });
  const veld: Vraagveld = {
    type: "Mutation",
    veld: variant.mutatie,
    sleutel: "",
    geeft: undefined,
    isVerplicht: false,
    binnen: [],
  };
  if (weigering) naloop.plek(veld, gestuurd.data, weigering, plaats);
  else naloop.afgekeurd(plaats);
}

/** Where a refusal stands: at the order, or at the gateway at what is asked back. */
function verwachtVan(
  variant: Variant,
  { subgraph, persoon }: Gestuurd,
  { verwachting }: Onderzoek,
): { readonly weigering: Weigering | undefined; readonly pad: readonly string[] } {
  const { bronhouder, schrijft, terug } = variant;
  const alles = [...schrijft, ...vraagtVan(variant, bronhouder)];
  if (subgraph) {
    const weigering = persoon
      ? verwachting.ter({ bronhouder, metToegang: false, persoon }, alles)
      : verwachting.statisch(alles);
    return { weigering, pad: [] };
  }
  const order = verwachting.statisch(schrijft);
  if (order) return { weigering: order, pad: [] };
  const pad: string[] = [];
  for (const { type, veld, sleutel } of terug) {
    pad.push(sleutel);
    const weigering = verwachting.statisch(coverage.get(`${type}.${veld}`) ?? []);
    if (weigering) return { weigering, pad };
  }
  return {
    weigering: persoon && verwachting.ter({ bronhouder, metToegang: false, persoon }, alles),
    pad: [],
  };
}

function selectie([eerste, ...rest]: readonly Vraagveld[]): string {
  if (!eerste) return "__typename";
  return eerste.binnen.length === 0 ? eerste.veld : `${eerste.veld} { ${selectie(rest)} }`;
}
