import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { leesOpenbareSleutel, maakSleutel } from "@ketenhub/protocol-file";
import { Gebruiksfout } from "./gebruiksfout.ts";
import { leesOpties, type Opties } from "./lees-opties.ts";
import { leesMap, leesOndertekenaar } from "./protocol-map.ts";

/** Makes a key to sign with, or says with `--toon` what the mark of a public key is, to be read out to somebody else. */
export async function run(args: readonly string[]): Promise<string> {
  const opties = leesOpties(args, { waarden: ["partij", "naar", "toon", "map"] });
  const toon = opties.een("toon");
  if (toon !== undefined) return `${toon}\n  kenmerk ${await kenmerkVan(toon)}`;
  const partij = leesOndertekenaar(opties, (await leesMap(opties)).nieuwste);
  const folder = leesFolder(opties);
  const geheim = join(folder, `${partij}.geheim.jwk.json`);
  const openbaar = join(folder, `${partij}.jwk.json`);
  const sleutel = await maakSleutel();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await schrijfNieuw(geheim, sleutel.geheim);
  await schrijfNieuw(openbaar, sleutel.jwk);
  return [
    `Sleutel van ${partij} gemaakt.`,
    `  geheim   ${geheim}   bewaar dit bestand veilig en geef het nooit weg`,
    `  openbaar ${openbaar}   geef dit aan de beheerder van de hub`,
    `  kenmerk  ${sleutel.duim}   lees dit voor als de beheerder het vraagt`,
  ].join("\n");
}

// Private: a secret among the sources would be committed one day.
function leesFolder(opties: Opties): string {
  const naar = opties.een("naar");
  if (naar === undefined)
    throw new Gebruiksfout("--naar ontbreekt. Verwacht een map waar alleen u bij kunt.");
  const folder = resolve(naar);
  if (!relative("", folder).startsWith(".."))
    throw new Gebruiksfout(
      `${folder} ligt tussen de bestanden van de hub. Kies met --naar een map daarbuiten.`,
    );
  return folder;
}

async function schrijfNieuw(bestand: string, jwk: object): Promise<void> {
  const text = `${JSON.stringify(jwk, null, 2)}\n`;
  await writeFile(bestand, text, { flag: "wx", mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    throw new Error(
      `${bestand} is er al, en een sleutel wordt nooit overschreven. Kies met --naar een andere map.`,
    );
  });
}

async function kenmerkVan(bestand: string): Promise<string> {
  const text = await readFile(resolve(bestand), "utf8").catch(() => {
    throw new Error(`${bestand} is er niet, of kan niet worden gelezen.`);
  });
  const { duim } = await leesOpenbareSleutel(text).catch((error: Error) => {
    throw new Error(`${bestand}: ${error.message}.`);
  });
  return duim;
}
