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

/** Asks at the door for a doel that is not agreed: nothing is open, at the gateway and at a bronhouder, whatever the question. */
export async function vraagAanDeDeur(
  profielen: readonly Profiel[],
  zendAls: (profiel: Profiel) => Promise<Zend>,
  bevindingen: Bevindingen,
): Promise<void> {
  const deuren = [undefined, ...subgraphNamen()];
  for (const [index, profiel] of profielen.entries()) {
    const zend = await zendAls(profiel);
    for (const deur of [undefined, deuren[1 + (index % (deuren.length - 1))]]) {
      const { status, errors, data } = await zend("{ __typename }", {}, deur);
      const weigering = { gegeven: "", reden: "DOEL_NIET_TOEGESTAAN" };
      bevindingen.gezien({ profiel, route: "deur", delen: ["deur"], verwijzingen: [], weigering });
      const codes = errors.map(({ extensions }) => extensions.code);
      if (status !== 403 || data || codes.join() !== weigering.reden)
        bevindingen.wijktAf(`${profiel.naam} at ${deur ?? "the gateway"}`, weigering.reden, {
          status,
          codes,
          data,
        });
    }
  }
}
