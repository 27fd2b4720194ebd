import { protocol } from "./agreed.ts";
import type { Bevindingen } from "./bevindingen.ts";
import { subgraphNamen } from "./owners.ts";
import { type Profiel, profielen } from "./profielen.ts";
import type { Zend } from "./vraag.ts";

/** Every partij and rol with every doel for which nothing is agreed. */
export function nietAfgesproken(): readonly Profiel[] {
  const afgesproken = new Set(profielen.map(({ partij, rol, doel }) => `${partij}|${rol}|${doel}`));
  return protocol.document.partijen.flatMap(({ id: partij, rollen }) =>
    rollen.flatMap(({ id: rol }) =>
      protocol.document.doelen
        .filter(({ id: doel }) => !afgesproken.has(`${partij}|${rol}|${doel}`))
        .map(({ id: doel }) => ({
          naam: `${partij} ${rol}, ${doel}`,
          partij,
          rol,
          doel,
          medewerker: "matrix",
          gemeente: "GM1680",
          openingen: [],
        })),
    ),
  );
}

/** Asks at the gateway for every doel that is not agreed, and at a bronhouder for some: nothing is open, whatever the question. */
export async function vraagAanDeDeur(
  gesloten: readonly Profiel[],
  zendAls: (profiel: Profiel) => Promise<Zend>,
  bevindingen: Bevindingen,
): Promise<void> {
  const subgraphs = subgraphNamen();
  for (const [index, profiel] of gesloten.entries()) {
    const zend = await zendAls(profiel);
    // A number that has nothing in common with how many there are, so that each gets its turn.
    const ook = index % 3 === 0 ? [subgraphs[index % subgraphs.length]] : [];
    for (const deur of [undefined, ...ook]) {
      const { status, errors, data } = await zend("{ __typename }", {}, deur);
      const weigering = { gegeven: "elk", reden: "DOEL_NIET_TOEGESTAAN" };
      bevindingen.gezien({ profiel, route: "deur", delen: [], verwijzingen: [], weigering });
      const codes = errors.map(({ extensions }) => extensions.code);
      if (status !== 403 || data || codes.join() !== weigering.reden)
        bevindingen.wijktAf(`${profiel.naam} at ${deur ?? "the gateway"}`, weigering.reden, {
          status,
          codes,
        });
    }
  }
}
