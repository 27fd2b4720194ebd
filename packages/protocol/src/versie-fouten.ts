import type { CompiledProtocol } from "./compile.ts";

/** Says where a version says something, as `bestand:regel`. */
export type PlaatsVan = (
  protocol: CompiledProtocol,
  sleutel: "versie" | "geldigVanaf" | "geldigTot",
) => string;

/** What is wrong between versions, the oldest first: on each day at most one may be in force, and a later one has a higher number. */
export function versieFouten(
  oudsteEerst: readonly CompiledProtocol[],
  plaatsVan: PlaatsVan,
): readonly string[] {
  return oudsteEerst.flatMap((oude, index) => {
    const nieuwe = oudsteEerst[index + 1];
    return nieuwe ? [...overlap(oude, nieuwe, plaatsVan), ...nummers(oude, nieuwe, plaatsVan)] : [];
  });
}

// Private.
function overlap(oude: CompiledProtocol, nieuwe: CompiledProtocol, plaatsVan: PlaatsVan): string[] {
  const { geldigVanaf, geldigTot } = oude.document;
  const begin = nieuwe.document.geldigVanaf;
  if (begin === geldigVanaf) {
    return [
      `${plaatsVan(nieuwe, "geldigVanaf")}: versie ${nieuwe.versie} begint op ${begin}, en versie ${oude.versie} ook (${plaatsVan(oude, "geldigVanaf")}); verwacht voor elke versie een eigen eerste dag`,
    ];
  }
  if (geldigTot !== undefined && geldigTot >= begin) {
    return [
      `${plaatsVan(oude, "geldigTot")}: versie ${oude.versie} geldt tot en met ${geldigTot}, maar versie ${nieuwe.versie} begint al op ${begin} (${plaatsVan(nieuwe, "geldigVanaf")}); verwacht een dag voor ${begin}, of geen geldigTot`,
    ];
  }
  return [];
}

function nummers(oude: CompiledProtocol, nieuwe: CompiledProtocol, plaatsVan: PlaatsVan): string[] {
  if (isHoger(nieuwe.versie, oude.versie)) return [];
  return [
    `${plaatsVan(nieuwe, "versie")}: versie ${nieuwe.versie} begint na versie ${oude.versie} (${plaatsVan(oude, "versie")}); verwacht een hoger nummer`,
  ];
}

function isHoger(een: string, ander: string): boolean {
  const rechts = ander.split(".").map(Number);
  const verschillen = een.split(".").map((getal, plaats) => Number(getal) - (rechts[plaats] ?? 0));
  return (verschillen.find((verschil) => verschil !== 0) ?? 0) > 0;
}
