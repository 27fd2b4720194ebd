import type { CompiledProtocol, Protocolversies } from "@ketenhub/protocol";
import { directoryVan, ondertekenaarsVan, readProtocolversies } from "@ketenhub/protocol-file";
import { Gebruiksfout } from "./gebruiksfout.ts";
import { kies } from "./kies.ts";
import type { Opties } from "./lees-opties.ts";

/** A folder with the protocol, its signatures and the public keys. */
export interface ProtocolMap {
  readonly directory: URL;
  readonly versies: Protocolversies;
  readonly nieuwste: CompiledProtocol;
}

/** The folder of the option `--map`; without it, that of the tree in which the command is given. */
export async function leesMap(opties: Opties): Promise<ProtocolMap> {
  const directory = directoryVan(opties.een("map") ?? "schema/protocol");
  const versies = await readProtocolversies(directory);
  const nieuwste = versies.alle.at(-1);
  if (!nieuwste) throw new Error("Er is geen protocol.");
  return { directory, versies, nieuwste };
}

/** The partij of the option `--partij`, which must be one that signs this version. */
export function leesOndertekenaar(opties: Opties, { document }: CompiledProtocol): string {
  const namen = ondertekenaarsVan(document);
  const partij = opties.een("partij");
  if (partij === undefined)
    throw new Gebruiksfout(`--partij ontbreekt. Verwacht een van: ${namen.join(", ")}.`);
  return kies("Partij die ondertekent", partij, namen, (naam) => naam);
}
