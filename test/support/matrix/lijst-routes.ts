import { coverage } from "./agreed.ts";
import { inLijst } from "./lijsten.ts";
import { Naloop, type Plaats } from "./nalopen.ts";
import { schrijfWortel } from "./schrijf-vraag.ts";
import type { Onderzoek } from "./vraag.ts";
import { type Wortel, wortels } from "./wortels.ts";

/** Asks every list at once, with everything about everybody in it: at the gateway under other names, at a bronhouder by its own. */
export async function vraagLijsten(onderzoek: Onderzoek, subgraph?: string): Promise<void> {
  const { profiel, zend } = onderzoek;
  const keuze = subgraph ? { subgraph } : { voorvoegsel: "alias_" };
  const lijsten = wortels(keuze, profiel.gemeente).filter(({ soort }) => soort === "lijst");
  if (lijsten.length === 0) return;
  const answer = await zend(`{ ${lijsten.map(schrijfWortel).join(" ")} }`, {}, subgraph);
  const naloop = new Naloop(onderzoek, { answer, ...(subgraph ? { subgraph } : {}) });
  const route = subgraph ? "lijst bij de bronhouder" : "lijst, alias";
  for (const lijst of lijsten) lijstNalopen(lijst, answer.data?.[lijst.sleutel], route, naloop, onderzoek);
  naloop.klaar();
}

// Private: all who should be in it are, and nobody else of the people who were made for this caller.
function lijstNalopen(
  lijst: Wortel,
  value: Record<string, unknown> | null,
  route: string,
  naloop: Naloop,
  onderzoek: Onderzoek,
): void {
  const plaats: Plaats = {
    route,
    pad: [lijst.sleutel],
    persoon: undefined,
    metToegang: false,
    spoor: lijst.veld,
  };
  const statisch = onderzoek.verwachting.statisch(coverage.get(`Query.${lijst.veld}`) ?? []);
  const verwacht = statisch ? [] : inLijst(lijst.veld, onderzoek);
  for (const persoon of onderzoek.personen)
    if (!verwacht.includes(persoon)) naloop.dicht(lijst.binnen, persoon);
  if (!naloop.plek(lijst, value, statisch, plaats) || !value) return;
  naloop.object(value, lijst.binnen, plaats);
  const gevonden = naloop.inLijst(lijst.sleutel);
  for (const persoon of onderzoek.personen) {
    if (verwacht.includes(persoon) === gevonden.has(persoon)) continue;
    const waar = `${onderzoek.profiel.naam}: "${persoon.geval.naam}" in ${lijst.veld}`;
    onderzoek.bevindingen.wijktAf(waar, verwacht.includes(persoon), gevonden.has(persoon));
  }
}
