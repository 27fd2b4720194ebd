import type { Actie, ProtocolDocument } from "@ketenhub/protocol";
import { explain } from "@ketenhub/protocol";
import { Gebruiksfout } from "./gebruiksfout.ts";
import { kies } from "./kies.ts";
import { leesOpties, type Opties } from "./lees-opties.ts";
import { leesVelden } from "./lees-velden.ts";
import { leesVersie } from "./lees-versie.ts";
import { type Onderwerp, uitlegTekst } from "./uitleg-tekst.ts";

const waarden = ["partij", "rol", "doel", "veld", "gegeven", "actie", "versie"];

/** Why somebody may or may not read or write something, and who else may. */
export async function run(args: readonly string[]): Promise<string> {
  const opties = leesOpties(args, { waarden });
  const document = await leesVersie(opties.een("versie"));
  const partij = kies("Partij", verplicht(opties, "partij"), document.partijen, ({ id }) => id);
  const rol = kies(`Rol van ${partij.id}`, verplicht(opties, "rol"), partij.rollen, ({ id }) => id);
  const doel = kies("Doel", verplicht(opties, "doel"), document.doelen, ({ id }) => id);
  const onderwerpen = await onderwerpenVan(opties, document);
  const wie = { partij: partij.id, rol: rol.id, doel: doel.id };
  return onderwerpen
    .map((onderwerp) => uitlegTekst(document, wie, onderwerp, explain(document, { ...wie, ...onderwerp })))
    .join("\n\n");
}

// Private.
function verplicht(opties: Opties, naam: string): string {
  const waarde = opties.een(naam);
  if (waarde === undefined) throw new Gebruiksfout(`--${naam} ontbreekt.`);
  return waarde;
}

async function onderwerpenVan(opties: Opties, document: ProtocolDocument): Promise<readonly Onderwerp[]> {
  const velden = opties.alle("veld");
  const gegevens = opties.alle("gegeven");
  const actie = opties.een("actie");
  if (velden.length + gegevens.length === 0)
    throw new Gebruiksfout("Verwacht --veld of --gegeven; er kwam geen van beide.");
  if (velden.length > 0 && actie !== undefined)
    throw new Gebruiksfout(
      "--actie hoort bij --gegeven. Wat een veld vraagt, lezen of schrijven, zegt het schema.",
    );
  const perGegeven = gegevens.map((naam) => {
    const { id } = kies("Gegeven", naam, document.gegevens, (een) => een.id);
    return { vraag: `${id} ${actieVan(actie)}`, gevraagd: [{ actie: actieVan(actie), gegeven: id }] };
  });
  const perVeld = velden.length > 0 ? await veldOnderwerpen(velden, document) : [];
  return [...perVeld, ...perGegeven];
}

async function veldOnderwerpen(
  velden: readonly string[],
  document: ProtocolDocument,
): Promise<readonly Onderwerp[]> {
  const bekend = [...(await leesVelden())];
  const gegevens = new Set(document.gegevens.map(({ id }) => id));
  return velden.map((veld) => {
    const [naam, gevraagd] = kies("Veld", veld, bekend, ([coordinaat]) => coordinaat);
    const later = gevraagd.find(({ gegeven }) => !gegevens.has(gegeven));
    if (later)
      throw new Gebruiksfout(
        `${naam} vraagt het gegeven ${later.gegeven}, dat versie ${document.versie} niet heeft: voor die versie is het dicht.`,
      );
    return { vraag: `${naam} gebruiken`, gevraagd };
  });
}

function actieVan(actie = "lezen"): Actie {
  if (actie === "lezen" || actie === "schrijven") return actie;
  throw new Gebruiksfout(`--actie is lezen of schrijven; er kwam "${actie}".`);
}
