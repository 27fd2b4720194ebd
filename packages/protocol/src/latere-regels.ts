import type { Artikel, ProtocolDocument } from "./document.ts";
import type { Fout } from "./verbanden.ts";

/**
 * Rules that were made after version 1.0.0 was agreed. They hold for every version that has yet to be agreed; a version whose
 * place was taken stays as it was agreed and signed.
 */
export function latereRegelFouten(document: ProtocolDocument): readonly Fout[] {
  return document.artikelen.flatMap((artikel, index) => [
    ...bijzonderFouten(document, artikel, index),
    ...lopendFouten(document, artikel, index),
  ]);
}

// Private: AVG articles 9 and 10 forbid a special category unless one of their own exceptions applies; it must be named.
function bijzonderFouten({ gegevens }: ProtocolDocument, artikel: Artikel, index: number): Fout[] {
  const bijzonder = gegevens.filter((gegeven) => gegeven.bijzonder).map(({ id }) => id);
  const geopend = [...new Set(opened(artikel))].filter((gegeven) => bijzonder.includes(gegeven));
  const heeftGrondslag = artikel.grondslagBijzonder !== undefined;
  if (geopend.length > 0 && !heeftGrondslag) {
    const melding = `artikel ${artikel.id} opent bijzondere gegevens (${geopend.join(", ")}); verwacht ook grondslagBijzonder, bijvoorbeeld ["AVG artikel 9 lid 2 onder g"]`;
    return [{ pad: ["artikelen", index], melding }];
  }
  if (geopend.length === 0 && heeftGrondslag) {
    const melding = `artikel ${artikel.id} opent geen bijzonder gegeven; verwacht hier geen grondslagBijzonder, alleen bij ${bijzonder.join(", ") || "een gegeven met bijzonder: true"}`;
    return [{ pad: ["artikelen", index, "grondslagBijzonder"], melding }];
  }
  return [];
}

// Only who holds a fact knows whether it still runs; at every other bronhouder the article would stay closed for ever.
function lopendFouten(document: ProtocolDocument, artikel: Artikel, index: number): Fout[] {
  return artikel.voorwaarden.flatMap((voorwaarde, plaats) => {
    if (typeof voorwaarde === "string" || !("lopend" in voorwaarde)) return [];
    const wat = voorwaarde.lopend;
    const bronhouder = bronhouderVan(document, wat);
    if (bronhouder === undefined) {
      const melding = `geen bronhouder weet of ${wat} loopt; verwacht een gegeven met id ${wat}, waarvan de bronhouder dat weet`;
      return [{ pad: ["artikelen", index, "voorwaarden", plaats, "lopend"], melding }];
    }
    return (["lezen", "schrijven"] as const).flatMap((actie) =>
      (artikel[actie] ?? []).flatMap((gegeven, op) => {
        const van = bronhouderVan(document, gegeven);
        if (van === undefined || van === bronhouder) return [];
        const melding = `${gegeven} is van ${van}, en alleen ${bronhouder} weet of ${wat} loopt; verwacht bij lopend: ${wat} alleen gegevens van ${bronhouder}, en de andere in een artikel zonder deze voorwaarde`;
        return [{ pad: ["artikelen", index, actie, op], melding }];
      }),
    );
  });
}

function opened({ lezen, schrijven }: Artikel): readonly string[] {
  return [...(lezen ?? []), ...(schrijven ?? [])];
}

function bronhouderVan({ gegevens }: ProtocolDocument, naam: string): string | undefined {
  return gegevens.find(({ id }) => id === naam)?.bronhouder;
}
