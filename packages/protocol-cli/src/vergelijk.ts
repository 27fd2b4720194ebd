import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ProtocolDocument,
  type VergelijkingInWoorden,
  vergelijk,
  vergelijkingInWoorden,
} from "@ketenhub/protocol";
import { readProtocolFile, readProtocolversies } from "@ketenhub/protocol-file";
import { Gebruiksfout } from "./gebruiksfout.ts";
import { leesOpties } from "./lees-opties.ts";
import { omslaan } from "./omslaan.ts";

/** Who gains and who loses what between two versions; as the lines for the changelog of the protocol when that is asked. */
export async function run(args: readonly string[]): Promise<string> {
  const { woorden, aan } = leesOpties(args, { schakelaars: ["changelog"], woorden: "oud.yaml nieuw.yaml" });
  const [oud, nieuw] = await documentenVan(woorden);
  const inWoorden = vergelijkingInWoorden(vergelijk(oud, nieuw));
  return aan("changelog") ? changelogTekst(inWoorden) : leesbareTekst(oud, nieuw, inWoorden);
}

// Private.
async function documentenVan(
  bestanden: readonly string[],
): Promise<readonly [ProtocolDocument, ProtocolDocument]> {
  const [oud, nieuw, ...meer] = bestanden;
  if (oud !== undefined && nieuw !== undefined && meer.length === 0)
    return [await lees(oud), await lees(nieuw)];
  if (bestanden.length > 0)
    throw new Gebruiksfout(`Verwacht twee bestanden of geen; er kwamen er ${bestanden.length}.`);
  const { alle } = await readProtocolversies();
  const [vorige, nieuwste] = alle.slice(-2).map(({ document }) => document);
  if (!vorige || !nieuwste) throw new Error("Er is maar een versie, dus niets om mee te vergelijken.");
  return [vorige, nieuwste];
}

async function lees(bestand: string): Promise<ProtocolDocument> {
  // To compare is not to use: what was agreed before later rules were made must be read as well.
  const { document } = await readProtocolFile(pathToFileURL(resolve(bestand)), { vervangen: true });
  return document;
}

function leesbareTekst(
  oud: ProtocolDocument,
  nieuw: ProtocolDocument,
  { erbij, eraf, overig }: VergelijkingInWoorden,
): string {
  return [
    `Van versie ${oud.versie} (vanaf ${oud.geldigVanaf}) naar ${nieuw.versie} (vanaf ${nieuw.geldigVanaf})`,
    ["Wie krijgt erbij", ...opsomming(erbij, "niemand")].join("\n"),
    ["Wie verliest", ...opsomming(eraf, "niemand")].join("\n"),
    ["Wat verandert er verder", ...opsomming(overig, "niets")].join("\n"),
  ].join("\n\n");
}

function changelogTekst({ erbij, eraf }: VergelijkingInWoorden): string {
  return [
    "### Wie krijgt erbij",
    "",
    ...opsomming(erbij, "niemand"),
    "",
    "### Wie verliest",
    "",
    ...opsomming(eraf, "niemand"),
  ].join("\n");
}

function opsomming(regels: readonly string[], geen: string): readonly string[] {
  return (regels.length > 0 ? regels : [geen]).map((regel) => omslaan(`- ${regel}`, 125, "  "));
}
