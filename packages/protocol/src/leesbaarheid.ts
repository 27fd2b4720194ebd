import type { ProtocolDocument } from "./document.ts";
import type { Fout } from "./verbanden.ts";

/** What a reader would be misled by: an article without a chapter, or something said to be closed that an article opens. */
export function leesbaarheidFouten(document: ProtocolDocument): readonly Fout[] {
  return [...zonderHoofdstuk(document), ...tochOpen(document)];
}

// Private.
function zonderHoofdstuk({ hoofdstukken, artikelen }: ProtocolDocument): readonly Fout[] {
  if (!hoofdstukken) return [];
  const bekend = hoofdstukken.map(({ nummer }) => nummer);
  return artikelen.flatMap((artikel, index) => {
    if (bekend.includes(hoofdstukVan(artikel))) return [];
    const melding = `er is geen hoofdstuk ${hoofdstukVan(artikel)}; verwacht een van: ${bekend.join(", ")}, of een nieuw onder hoofdstukken`;
    return [{ pad: ["artikelen", index, "id"], melding }];
  });
}

function tochOpen({ bewustDicht = [], gegevens, artikelen }: ProtocolDocument): readonly Fout[] {
  const bekend = new Set(gegevens.map(({ id }) => id));
  return bewustDicht.flatMap(({ gegevens: dicht = [] }, index) =>
    dicht.flatMap((gegeven, plaats) => {
      const pad = ["bewustDicht", index, "gegevens", plaats];
      if (!bekend.has(gegeven)) return [{ pad, melding: `${gegeven} is geen gegeven in dit protocol` }];
      const open = artikelen.find(
        ({ lezen, schrijven }) => lezen?.includes(gegeven) || schrijven?.includes(gegeven),
      );
      if (!open) return [];
      return [{ pad, melding: `artikel ${open.id} opent ${gegeven}; verwacht hier alleen wat niemand mag` }];
    }),
  );
}

/** The number of the chapter that an article stands in. */
function hoofdstukVan({ id }: { readonly id: string }): string {
  return id.replace(/\D.*/, "");
}
