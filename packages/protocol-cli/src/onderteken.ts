import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { dagVan } from "@ketenhub/protocol";
import {
  bezwarenVan,
  eenJaarLater,
  type GeheimeSleutel,
  leesGeheimeSleutel,
  leesOpenbareSleutel,
  leesStand,
  onderteken,
  schrijfHandtekening,
  type Verklaring,
  vingerafdrukVan,
} from "@ketenhub/protocol-file";
import { Gebruiksfout } from "./gebruiksfout.ts";
import { kies } from "./kies.ts";
import { leesOpties, type Opties } from "./lees-opties.ts";
import { leesMap, leesOndertekenaar, type ProtocolMap } from "./protocol-map.ts";

const waarden = ["partij", "sleutel", "versie", "geldig-tot", "map"];

/** Accepts a version of the protocol for a partij, or withdraws it with `--intrekken`; says what was declared and where it stands. */
export async function run(args: readonly string[], now = new Date()): Promise<string> {
  const opties = leesOpties(args, { waarden, schakelaars: ["intrekken"] });
  const map = await leesMap(opties);
  const versie = opties.een("versie") ?? map.nieuwste.versie;
  const protocol = kies("Versie", versie, map.versies.alle, (een) => een.versie);
  const partij = leesOndertekenaar(opties, protocol);
  const sleutel = await leesEigenSleutel(opties, map, partij);
  const over = {
    partij,
    versie: protocol.versie,
    document: vingerafdrukVan(protocol.document),
    moment: now.toISOString(),
  };
  const verklaring: Verklaring = opties.aan("intrekken")
    ? { ...over, besluit: "ingetrokken" }
    : { ...over, besluit: "aanvaard", geldigTot: leesGeldigTot(opties, now) };
  await requireNietIngetrokken(map, verklaring);
  const bestand = await schrijfHandtekening(await onderteken(verklaring, sleutel), map.directory);
  return [
    zin(verklaring),
    `  vingerafdruk ${verklaring.document}`,
    `  bestand ${toonbaar(bestand)}`,
    "",
    ...(await hoeNu(map, verklaring, now)),
  ].join("\n");
}

// Private.
async function leesEigenSleutel(
  opties: Opties,
  { directory }: ProtocolMap,
  partij: string,
): Promise<GeheimeSleutel> {
  const bestand = opties.een("sleutel");
  if (bestand === undefined)
    throw new Gebruiksfout(
      `--sleutel ontbreekt. Verwacht het bestand met uw geheime sleutel, ${partij}.geheim.jwk.json.`,
    );
  const sleutel = await lees(resolve(bestand), leesGeheimeSleutel);
  const openbaar = `sleutels/${partij}.jwk.json`;
  const { duim } = await lees(new URL(openbaar, directory), leesOpenbareSleutel);
  if (duim !== sleutel.duim)
    throw new Error(
      `${bestand} hoort niet bij ${openbaar}; verwacht de sleutel waarvan daar het openbare deel staat.`,
    );
  return sleutel;
}

async function lees<T>(bestand: string | URL, als: (text: string) => Promise<T>): Promise<T> {
  const naam = typeof bestand === "string" ? bestand : decodeURIComponent(bestand.pathname);
  const text = await readFile(bestand, "utf8").catch(() => {
    throw new Error(`${toonbaar(naam)} is er niet, of kan niet worden gelezen.`);
  });
  return als(text).catch((error: Error) => {
    throw new Error(`${toonbaar(naam)}: ${error.message}.`);
  });
}

function leesGeldigTot(opties: Opties, now: Date): string {
  const tot = opties.een("geldig-tot") ?? eenJaarLater(now);
  const bestaat = /^\d{4}-\d{2}-\d{2}$/.test(tot) && new Date(`${tot}T00:00:00Z`).toJSON()?.startsWith(tot);
  if (!bestaat || tot < dagVan(now))
    throw new Gebruiksfout(`--geldig-tot verwacht een dag die nog komt, als JJJJ-MM-DD; er kwam "${tot}".`);
  return tot;
}

/** Who withdrew cannot take that back under the same text: the others may have acted on it. */
async function requireNietIngetrokken(
  { directory }: ProtocolMap,
  { partij, versie }: Verklaring,
): Promise<void> {
  const bestand = `handtekeningen/${versie}/${partij}.intrekking.json`;
  const ingetrokken = await readFile(new URL(bestand, directory)).then(
    () => true,
    () => false,
  );
  if (ingetrokken)
    throw new Error(
      `${partij} trok versie ${versie} al in (${bestand}). Die komt niet terug: verwacht een nieuwe versie.`,
    );
}

function zin(verklaring: Verklaring): string {
  const { partij, versie } = verklaring;
  return verklaring.besluit === "ingetrokken"
    ? `${partij} trekt versie ${versie} in. Waar de hub dit bestand vindt, deelt hij binnen een minuut niets meer.`
    : `${partij} aanvaardt versie ${versie}, tot en met ${verklaring.geldigTot}.`;
}

async function hoeNu(
  { directory, versies }: ProtocolMap,
  { versie, besluit }: Verklaring,
  now: Date,
): Promise<readonly string[]> {
  if (besluit === "ingetrokken")
    return ["Waarschuw de andere partijen. Wat er daarna gebeurt, staat in docs/ondertekenen.md."];
  const bezwaren = bezwarenVan(await leesStand(versies, directory, now), versie, now);
  return bezwaren.length === 0
    ? ["Nu heeft iedereen ondertekend."]
    : ["Zo geldt deze versie nog niet:", ...bezwaren.map((een) => `  ${een}`)];
}

function toonbaar(path: string): string {
  const vanHier = relative("", path);
  return vanHier.startsWith("..") ? path : vanHier;
}
