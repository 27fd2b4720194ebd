import type { Artikel, ProtocolDocument } from "./document.ts";
import { leesbaarheidFouten } from "./leesbaarheid.ts";
import type { Pad } from "./plaats.ts";

/** Something wrong in the document: where, and what is expected instead. */
export interface Fout {
  readonly pad: Pad;
  readonly melding: string;
}

/**
 * What the parts of the document must be to each other: names are unique, and everything an article names exists. A name that
 * nobody defined would otherwise silently be a closed door, or, misspelt, an open one later.
 */
export function verbandFouten(document: ProtocolDocument): readonly Fout[] {
  return [
    ...geldigheidFouten(document),
    ...dubbelen("partijen", document.partijen),
    ...dubbelen("doelen", document.doelen),
    ...dubbelen("gegevens", document.gegevens),
    ...dubbelen("artikelen", document.artikelen),
    ...dubbeleOins(document),
    ...onbekendeBronhouders(document),
    ...document.artikelen.flatMap((artikel, index) => artikelFouten(document, artikel, index)),
    ...leesbaarheidFouten(document),
  ];
}

// Private: one function per kind of mistake.
function geldigheidFouten({ geldigVanaf, geldigTot }: ProtocolDocument): Fout[] {
  if (geldigTot === undefined || geldigTot >= geldigVanaf) return [];
  const melding = `${geldigTot} ligt voor geldigVanaf; verwacht ${geldigVanaf} of een latere dag`;
  return [{ pad: ["geldigTot"], melding }];
}

function dubbelen(deel: string, onderdelen: readonly { readonly id: string }[]): Fout[] {
  const gezien = new Set<string>();
  return onderdelen.flatMap(({ id }, index) => {
    if (!gezien.has(id)) {
      gezien.add(id);
      return [];
    }
    return [{ pad: [deel, index, "id"], melding: `${id} komt twee keer voor` }];
  });
}

function dubbeleOins({ partijen }: ProtocolDocument): Fout[] {
  const van = new Map<string, string>();
  return partijen.flatMap((partij, index) =>
    partij.oin.flatMap((oin, plaats) => {
      const eerder = van.get(oin);
      van.set(oin, partij.id);
      return eerder === undefined
        ? []
        : [{ pad: ["partijen", index, "oin", plaats], melding: `OIN ${oin} is al van ${eerder}` }];
    }),
  );
}

function onbekendeBronhouders({ gegevens, partijen }: ProtocolDocument): Fout[] {
  const bekend = new Set(partijen.map(({ id }) => id));
  return gegevens.flatMap(({ bronhouder }, index) =>
    bekend.has(bronhouder)
      ? []
      : [{ pad: ["gegevens", index, "bronhouder"], melding: onbekend("partij", bronhouder, bekend) }],
  );
}

function artikelFouten(document: ProtocolDocument, artikel: Artikel, index: number): Fout[] {
  const partij = document.partijen.find(({ id }) => id === artikel.partij);
  const partijen = new Set(document.partijen.map(({ id }) => id));
  if (!partij) {
    return [{ pad: ["artikelen", index, "partij"], melding: onbekend("partij", artikel.partij, partijen) }];
  }
  const rollen = new Set(partij.rollen.map(({ id }) => id));
  const doelen = new Set(document.doelen.map(({ id }) => id));
  const gegevens = new Set(document.gegevens.map(({ id }) => id));
  const missing = (sleutel: keyof Artikel, soort: string, namen: readonly string[], bekend: Set<string>) =>
    namen.flatMap((naam, plaats) =>
      bekend.has(naam)
        ? []
        : [{ pad: ["artikelen", index, sleutel, plaats], melding: onbekend(soort, naam, bekend) }],
    );
  const leeg = !artikel.lezen?.length && !artikel.schrijven?.length;
  return [
    ...missing("rollen", `rol van ${partij.id}`, artikel.rollen, rollen),
    ...missing("doelen", "doel", artikel.doelen, doelen),
    ...missing("lezen", "gegeven", artikel.lezen ?? [], gegevens),
    ...missing("schrijven", "gegeven", artikel.schrijven ?? [], gegevens),
    ...(leeg ? [{ pad: ["artikelen", index], melding: "verwacht lezen of schrijven, of beide" }] : []),
  ];
}

function onbekend(soort: string, naam: string, bekend: ReadonlySet<string>): string {
  return `${naam} is geen ${soort} in dit protocol; verwacht een van: ${[...bekend].join(", ")}`;
}
