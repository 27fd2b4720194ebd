import { coverage, inputs } from "./agreed.ts";
import { Naloop, type Plaats } from "./nalopen.ts";
import { schrijfWortel } from "./schrijf-vraag.ts";
import { regie } from "./verwachting.ts";
import type { Onderzoek } from "./vraag.ts";
import { wortels } from "./wortels.ts";

/** Asks for every figure, at the gateway or at a bronhouder: what is about nobody. */
export async function vraagCijfers(onderzoek: Onderzoek, subgraph?: string): Promise<void> {
  const { profiel, verwachting, bevindingen, zend } = onderzoek;
  const nodig = (veld: string) => verwachting.statisch(coverage.get(`Query.${veld}`) ?? []);
  const cijfers = wortels(subgraph ? { subgraph } : {}, profiel.gemeente)
    .filter(({ soort }) => soort === "niemand")
    // What is not refused beforehand is decided by the bronhouder, also when the gateway asks.
    .filter(({ veld }) => !subgraph || nodig(veld));
  if (cijfers.length === 0) return;
  const answer = await zend(`{ ${cijfers.map(schrijfWortel).join(" ")} }`, {}, subgraph);
  const naloop = new Naloop(onderzoek, { answer, ...(subgraph ? { subgraph } : {}) });
  for (const veld of cijfers) {
    const over = { persoon: undefined, metToegang: false, spoor: veld.veld };
    const plaats: Plaats = { ...over, route: "cijfers", pad: [veld.sleutel] };
    const value = answer.data?.[veld.sleutel];
    const statisch = nodig(veld.veld);
    for (const { naam, verwijzingen } of argumentenVan(veld.veld))
      bevindingen.gezien({
        profiel,
        route: "argument",
        delen: [naam],
        verwijzingen,
        weigering: verwachting.statisch(verwijzingen),
      });
    if (naloop.plek(veld, value, statisch, plaats) && value) naloop.object(value, veld.binnen, plaats);
  }
  if (!subgraph) weergaveNalopen(JSON.stringify(answer.data?.uitkeringscijfers ?? null), onderzoek);
  naloop.klaar();
}

/** Who may see the small numbers of TABEL 1 as they are gets no `*`; who may see figures but not those, does. */
function weergaveNalopen(text: string, { profiel, verwachting, bevindingen }: Onderzoek): void {
  const plek = { bronhouder: regie, metToegang: false, persoon: undefined };
  const cijfers = [{ actie: "lezen", gegeven: "cijfers" }] as const;
  const verwijzingen = [{ actie: "lezen", gegeven: "cijfers-ongemaskeerd" }] as const;
  if (verwachting.ter(plek, cijfers)) return;
  const weigering = verwachting.ter(plek, verwijzingen);
  const gemaskeerd = text.includes('"weergave":"*"');
  bevindingen.gezien({ profiel, route: "cijfers", delen: ["Telling.weergave"], verwijzingen, weigering });
  if (gemaskeerd !== (weigering !== undefined))
    bevindingen.wijktAf(`${profiel.naam}: small numbers as a *`, weigering !== undefined, gemaskeerd);
}

// Private: an argument is decided together with its field, and has the same gegeven.
function argumentenVan(veld: string) {
  return [...inputs]
    .filter(([naam, verwijzingen]) => naam.startsWith(`Query.${veld}(`) && verwijzingen.length > 0)
    .map(([naam, verwijzingen]) => ({ naam, verwijzingen }));
}
