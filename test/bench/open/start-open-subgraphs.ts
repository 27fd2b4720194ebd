import { readProtocolversies } from "@ketenhub/protocol-file";
import { partners } from "../../../packages/start/src/partners.ts";
import { regievoerder, trajectbegeleider, unseen } from "../asker.ts";
import type { Places } from "../world/fill-world.ts";
import { startOpenSubgraph } from "./open-subgraph.ts";
import { openSupergraph } from "./open-supergraph.ts";

/** Starts the four subgraphs without protection; gives the supergraph over them. Each takes it that its own people ask. */
export async function startOpenSubgraphs(places: Places): Promise<string> {
  const protocol = (await readProtocolversies()).op(new Date());
  const urls: Record<string, string> = {};
  for (const definition of partners) {
    const { naam } = definition;
    const place = places[naam];
    if (!place) throw new Error(`There is no database of ${naam} in this world.`);
    const caller = unseen(naam === trajectbegeleider.partij ? trajectbegeleider : regievoerder);
    urls[naam] = await startOpenSubgraph(definition, place, { caller, protocol });
  }
  return openSupergraph(urls);
}
