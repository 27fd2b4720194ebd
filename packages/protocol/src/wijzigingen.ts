import type { Artikel, Partij, ProtocolDocument } from "./document.ts";
import {
  andersIsRuimer,
  type Gewicht,
  meerIsRuimer,
  minderGrondIsRuimer,
  minderIsRuimer,
  neutraal,
  nieuweIsRuimer,
  type Weger,
} from "./gewicht.ts";

/** A change of something else than what an article opens. */
export interface Wijziging {
  readonly soort: "protocol" | "partij" | "doel" | "gegeven" | "artikel";
  /** Absent: of the document as a whole. */
  readonly id?: string;
  /** Absent: the whole of it, which came or went. */
  readonly eigenschap?: string;
  /** What it was, a list by its items; absent: it was not there. */
  readonly eerst?: readonly string[];
  /** What it is; absent: it is no longer there. */
  readonly nu?: readonly string[];
  readonly gewicht: Gewicht;
}

/** What changes between two documents besides what their articles open. */
export function wijzigingenVan(oud: ProtocolDocument, nieuw: ProtocolDocument): readonly Wijziging[] {
  return [
    ...eigenschappen({ soort: "protocol" }, oud, nieuw, documentWegers),
    ...onderdelen("partij", oud.partijen, nieuw.partijen, partijWegers),
    ...onderdelen("doel", oud.doelen, nieuw.doelen, doelWegers),
    ...onderdelen("gegeven", oud.gegevens, nieuw.gegevens, gegevenWegers),
    ...onderdelen("artikel", oud.artikelen.map(metGronden), nieuw.artikelen.map(metGronden), artikelWegers),
  ];
}

// Private: each property says what a change of it means; one that nobody weighed does not compile. `elders`: another weighs it.
type Wegers<T> = Readonly<Record<Exclude<keyof T, "id">, Weger | "elders">>;

const documentWegers: Wegers<ProtocolDocument> = {
  protocol: neutraal,
  versie: neutraal,
  geldigVanaf: neutraal,
  geldigTot: neutraal,
  drempelKleineAantallen: minderIsRuimer,
  algemeen: neutraal,
  partijen: "elders",
  doelen: "elders",
  gegevens: "elders",
  hoofdstukken: neutraal,
  artikelen: "elders",
  bewustDicht: neutraal,
};
const partijWegers: Wegers<Partij> = { naam: neutraal, oin: nieuweIsRuimer, rollen: neutraal };
const doelWegers: Wegers<ProtocolDocument["doelen"][number]> = {
  omschrijving: neutraal,
  grondslag: minderGrondIsRuimer,
  gevoelig: minderIsRuimer,
  naloop: meerIsRuimer,
  uitleg: neutraal,
};
const gegevenWegers: Wegers<ProtocolDocument["gegevens"][number]> = {
  rij: neutraal,
  // The new one has it from now on.
  bronhouder: andersIsRuimer,
  omschrijving: neutraal,
  bijzonder: minderIsRuimer,
  bewaartermijn: meerIsRuimer,
  uitleg: neutraal,
};
// For whom something opens or closes by it is what `verschuivingen.ts` says; here, which article does it.
const artikelWegers: Wegers<Artikel> = {
  tekst: neutraal,
  toelichting: neutraal,
  partij: neutraal,
  rollen: neutraal,
  doelen: neutraal,
  lezen: neutraal,
  schrijven: neutraal,
  voorwaarden: neutraal,
  grondslag: minderGrondIsRuimer,
  // What is lost of it is lost of `grondslag`, to which it is added to compare.
  grondslagBijzonder: neutraal,
};

/** A ground may move to where grounds for special categories stand: then nothing is lost. */
function metGronden(artikel: Artikel): Artikel {
  const gronden = new Set([...artikel.grondslag, ...(artikel.grondslagBijzonder ?? [])]);
  return { ...artikel, grondslag: [...gronden].sort() };
}

function onderdelen<T extends { readonly id: string }>(
  soort: Wijziging["soort"],
  oud: readonly T[],
  nieuw: readonly T[],
  wegers: Wegers<T>,
): readonly Wijziging[] {
  const eerder = new Map(oud.map((een) => [een.id, een]));
  const later = new Map(nieuw.map((een) => [een.id, een]));
  return [...new Set([...later.keys(), ...eerder.keys()])].flatMap((id): readonly Wijziging[] => {
    const een = eerder.get(id);
    const ander = later.get(id);
    if (een && ander) return eigenschappen({ soort, id }, een, ander, wegers);
    // By itself it neither opens nor closes: what names it does.
    return [{ soort, id, ...(een ? { eerst: [id] } : { nu: [id] }), gewicht: "neutraal" }];
  });
}

function eigenschappen<T extends object>(
  van: Pick<Wijziging, "soort" | "id">,
  oud: T,
  nieuw: T,
  wegers: Wegers<T>,
): readonly Wijziging[] {
  return (Object.entries(wegers) as [keyof T & string, Weger | "elders"][]).flatMap(([naam, weger]) => {
    const eerst: unknown = oud[naam];
    const nu: unknown = nieuw[naam];
    if (weger === "elders" || JSON.stringify(eerst) === JSON.stringify(nu)) return [];
    return [
      {
        ...van,
        eigenschap: naam,
        ...(eerst === undefined ? {} : { eerst: teksten(eerst) }),
        ...(nu === undefined ? {} : { nu: teksten(nu) }),
        gewicht: weger(eerst, nu),
      },
    ];
  });
}

function teksten(waarde: unknown): readonly string[] {
  return Array.isArray(waarde) ? waarde.map(tekst) : [tekst(waarde)];
}

function tekst(waarde: unknown): string {
  if (Array.isArray(waarde)) return waarde.map(tekst).join(", ");
  if (typeof waarde === "boolean") return waarde ? "ja" : "nee";
  return typeof waarde === "object" && waarde !== null
    ? Object.values(waarde).map(tekst).join(", ")
    : String(waarde);
}
