import type { ProtocolDocument } from "@ketenhub/protocol";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { kies } from "./kies.ts";

/** The version of the protocol with this number; without a number the newest, whether or not it is in force already. */
export async function leesVersie(versie: string | undefined): Promise<ProtocolDocument> {
  const { alle } = await readProtocolversies();
  const documenten = alle.map(({ document }) => document).reverse();
  const nieuwste = documenten[0];
  if (!nieuwste) throw new Error("Er is geen protocol.");
  return versie === undefined ? nieuwste : kies("Versie", versie, documenten, (een) => een.versie);
}
