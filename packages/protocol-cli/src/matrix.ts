import { type MatrixRegel, type MatrixRij, matrix, schrijfwijze } from "@ketenhub/protocol";
import { kies } from "./kies.ts";
import { leesOpties } from "./lees-opties.ts";
import { leesVersie } from "./lees-versie.ts";

/** Who may read and write each gegeven, as a table; of one partij, rol or gegeven when one is named. */
export async function run(args: readonly string[]): Promise<string> {
  const opties = leesOpties(args, { waarden: ["partij", "rol", "gegeven", "versie"] });
  const document = await leesVersie(opties.een("versie"));
  const gegevens = opties
    .alle("gegeven")
    .map((naam) => kies("Gegeven", naam, document.gegevens, ({ id }) => id).id);
  const partij = gekozen(opties.een("partij"), "Partij", document.partijen);
  const partijen = document.partijen.filter(({ id }) => partij === undefined || id === partij);
  const rol = gekozen(
    opties.een("rol"),
    partij ? `Rol van ${partij}` : "Rol",
    partijen.flatMap(({ rollen }) => rollen),
  );

  const rijen = matrix(document)
    .filter(({ gegeven }) => gegevens.length === 0 || gegevens.includes(gegeven.id))
    .map(({ gegeven, regels }) => ({ gegeven, regels: regels.filter((regel) => isVan(regel, partij, rol)) }))
    // Somebody who asks about one partij wants to see what it may, not everything that it may not.
    .filter(({ regels }) => regels.length > 0 || (partij ?? rol) === undefined || gegevens.length > 0);
  return [`Protocol ${document.versie}, geldig vanaf ${document.geldigVanaf}.`, ...rijen.map(rijTekst)].join(
    "\n\n",
  );
}

// Private.
function gekozen(
  naam: string | undefined,
  wat: string,
  bekend: readonly { readonly id: string }[],
): string | undefined {
  return naam === undefined ? undefined : kies(wat, naam, uniek(bekend), ({ id }) => id).id;
}

function uniek(bekend: readonly { readonly id: string }[]) {
  return [...new Map(bekend.map((een) => [een.id, een])).values()];
}

function isVan(regel: MatrixRegel, partij: string | undefined, rol: string | undefined): boolean {
  return (partij === undefined || regel.partij === partij) && (rol === undefined || regel.rol === rol);
}

function rijTekst({ gegeven, regels }: MatrixRij): string {
  const kop = `${gegeven.id} (bronhouder ${gegeven.bronhouder})\n  ${gegeven.omschrijving}`;
  if (regels.length === 0) return `${kop}\n  dicht`;
  const cellen = regels.map(({ partij, rol, lezen, schrijven, artikel }) => [
    `${partij} · ${rol}`,
    [...(lezen ? ["lezen"] : []), ...(schrijven ? ["schrijven"] : [])].join(" en "),
    `voor ${artikel.doelen.join(", ")}`,
    `als ${artikel.voorwaarden.map(schrijfwijze).join(" en ")}`,
    `artikel ${artikel.id}`,
    [...artikel.grondslag, ...(artikel.grondslagBijzonder ?? [])].join("; "),
  ]);
  const breedtes = [0, 1, 2, 3, 4, 5].map((kolom) =>
    Math.max(...cellen.map((rij) => rij[kolom]?.length ?? 0)),
  );
  const regelsTekst = cellen.map(
    (rij) =>
      `  ${rij
        .map((cel, kolom) => cel.padEnd(breedtes[kolom] ?? 0))
        .join("  ")
        .trimEnd()}`,
  );
  return [kop, ...regelsTekst].join("\n");
}
