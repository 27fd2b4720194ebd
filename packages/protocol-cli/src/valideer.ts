import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type CompiledProtocol, dagVan } from "@ketenhub/protocol";
import {
  bezwarenVan,
  leesStand,
  ondertekenaarsVan,
  readProtocolFile,
  type Stand,
  vingerafdrukVan,
} from "@ketenhub/protocol-file";
import { Gebruiksfout } from "./gebruiksfout.ts";
import { leesOpties } from "./lees-opties.ts";
import { leesMap, type ProtocolMap } from "./protocol-map.ts";

/**
 * Whether the protocol can be used, and with `--handtekeningen` whether everybody signed it, as the hub sees that at its start.
 * Throws every mistake, with file and line.
 */
export async function run(args: readonly string[], now = new Date()): Promise<string> {
  const opties = leesOpties(args, { waarden: ["bestand", "map"], schakelaars: ["handtekeningen"] });
  const bestand = opties.een("bestand");
  const handtekeningen = opties.aan("handtekeningen");
  if (bestand !== undefined) {
    if (handtekeningen || opties.een("map") !== undefined)
      throw new Gebruiksfout("--bestand gaat over een bestand alleen, zonder --map of --handtekeningen.");
    return inOrde(await readProtocolFile(pathToFileURL(resolve(bestand))));
  }
  const map = await leesMap(opties);
  const regels = map.versies.alle.map(inOrde);
  return [...regels, ...(handtekeningen ? ["", await ondertekening(map, now)] : [])].join("\n");
}

// Private.
function inOrde({ versie, document }: CompiledProtocol): string {
  const { geldigVanaf, geldigTot } = document;
  const tot = geldigTot === undefined ? "" : ` tot en met ${geldigTot}`;
  return `Versie ${versie}, geldig vanaf ${geldigVanaf}${tot}, is in orde.\n  vingerafdruk ${vingerafdrukVan(document)}`;
}

/** Only what is in force or still to come need be signed: what was replaced never comes back. */
async function ondertekening({ directory, versies }: ProtocolMap, now: Date): Promise<string> {
  const stand = await leesStand(versies, directory, now);
  const vandaag = versies.alle.findLastIndex(({ document }) => document.geldigVanaf <= dagVan(now));
  const teTekenen = versies.alle.slice(Math.max(vandaag, 0));
  const bezwaren = teTekenen.flatMap(({ versie }) => bezwarenVan(stand, versie, now));
  if (bezwaren.length > 0)
    throw new Error(`Nog niet iedereen heeft ondertekend:\n${bezwaren.map((een) => `  ${een}`).join("\n")}`);
  return teTekenen.map((protocol) => ondertekenaars(protocol, stand)).join("\n");
}

function ondertekenaars({ versie, document }: CompiledProtocol, { oordelen }: Stand): string {
  const regels = ondertekenaarsVan(document).map((partij) => {
    const laatste = oordelen.get(versie)?.geldigTot.get(`handtekeningen/${versie}/${partij}.json`);
    return `  ${partij}, tot en met ${laatste}`;
  });
  return [`Versie ${versie} is ondertekend door:`, ...regels].join("\n");
}
