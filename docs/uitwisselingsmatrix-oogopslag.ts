import type { MatrixRij, ProtocolDocument } from "@ketenhub/protocol";
import { tabel } from "./markdown-tabel.ts";

/** Gegevens by partijen, a table for each bronhouder: where an L or an S stands, look below. */
export function oogopslag({ partijen }: ProtocolDocument, rijen: readonly MatrixRij[]): string {
  return partijen
    .map((bronhouder) => ({
      bronhouder,
      eigen: rijen.filter(({ gegeven }) => gegeven.bronhouder === bronhouder.id),
    }))
    .filter(({ eigen }) => eigen.length > 0)
    .map(({ bronhouder, eigen }) => {
      const kolommen = samengevoegd(
        partijen.map(({ id }) => ({ kop: id, cellen: eigen.map((rij) => cel(rij, id)) })),
      );
      const kop = [`Van ${bronhouder.naam}`, ...kolommen.map((kolom) => kolom.kop)];
      const regels = eigen.map(({ gegeven: { id } }, index) => [
        `[${id}](#${id})`,
        ...kolommen.map(({ cellen }) => cellen[index] ?? ""),
      ]);
      return tabel(kop, regels);
    })
    .join("\n\n");
}

// Private.
interface Kolom {
  readonly kop: string;
  readonly cellen: readonly string[];
}

function cel({ regels }: MatrixRij, partij: string): string {
  const eigen = regels.filter((regel) => regel.partij === partij);
  return `${eigen.some(({ lezen }) => lezen) ? "L" : ""}${eigen.some(({ schrijven }) => schrijven) ? "S" : ""}`;
}

/** Without empty columns, and equal ones as one. */
function samengevoegd(kolommen: readonly Kolom[]): readonly Kolom[] {
  const perInhoud = new Map<string, Kolom>();
  for (const kolom of kolommen) {
    const inhoud = kolom.cellen.join("|");
    const gelijke = perInhoud.get(inhoud);
    if (kolom.cellen.some((tekst) => tekst !== ""))
      perInhoud.set(inhoud, gelijke ? { ...gelijke, kop: `${gelijke.kop}, ${kolom.kop}` } : kolom);
  }
  return [...perInhoud.values()];
}
