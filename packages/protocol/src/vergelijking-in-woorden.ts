import type { Alternatief } from "./alternatieven.ts";
import type { Vergelijking } from "./vergelijk.ts";
import type { Verschuiving } from "./verschuivingen.ts";
import { schrijfwijze } from "./voorwaarden-in-woorden.ts";
import type { Wijziging } from "./wijzigingen.ts";

/** A comparison as lines to read; the same documents give the same lines, in the same order. */
export interface VergelijkingInWoorden {
  /** Everything that opens for somebody, or lets more through. */
  readonly erbij: readonly string[];
  /** Everything that closes for somebody, or lets less through. */
  readonly eraf: readonly string[];
  /** Everything else: words, grounds, dates. */
  readonly overig: readonly string[];
}

/** Says a comparison in Dutch, one line for everybody to whom the same happens. */
export function vergelijkingInWoorden({ verschuivingen, wijzigingen }: Vergelijking): VergelijkingInWoorden {
  const van = (gewicht: Wijziging["gewicht"]) =>
    wijzigingenInWoorden(wijzigingen.filter((wijziging) => wijziging.gewicht === gewicht));
  return {
    erbij: [...samengevat(verschuivingen, erbijInWoorden), ...van("verruiming")],
    eraf: [...samengevat(verschuivingen, erafInWoorden), ...van("beperking")],
    overig: van("neutraal"),
  };
}

// Private.
/** The words before and after what it is about; none when nothing happens. */
type Zin = (verschuiving: Verschuiving) => readonly [voor: string, na: string] | undefined;

const erbijInWoorden: Zin = ({ actie, eerst, erbij }) => {
  if (erbij.length === 0) return undefined;
  if (eerst.length === 0) return [actie, `, ${alternatievenInWoorden(erbij)}`];
  return [actie, `, nu ook ${alternatievenInWoorden(erbij)} (eerst alleen ${alternatievenInWoorden(eerst)})`];
};

const erafInWoorden: Zin = ({ actie, nu, eraf }) => {
  if (eraf.length === 0) return undefined;
  if (nu.length === 0) return [`niet meer ${actie}`, ` (eerst ${alternatievenInWoorden(eraf)})`];
  return [actie, `, niet meer ${alternatievenInWoorden(eraf)} (nu alleen ${alternatievenInWoorden(nu)})`];
};

interface Samenvatting {
  readonly voor: string;
  readonly na: string;
  readonly wie: string;
  readonly doel: string;
  readonly gegeven: string;
}

/** First all gegevens of the same kind together, then all doelen with the same gegevens, then everybody with the same of both. */
function samengevat(verschuivingen: readonly Verschuiving[], zinVan: Zin): readonly string[] {
  const alle = verschuivingen.flatMap((verschuiving): readonly Samenvatting[] => {
    const { partij, rol, doel, gegeven } = verschuiving;
    const [voor, na] = zinVan(verschuiving) ?? [];
    if (voor === undefined || na === undefined) return [];
    return [{ voor, na, wie: `${partij} · ${rol}`, doel, gegeven }];
  });
  const perGegevens = voegSamen(alle, "gegeven");
  const perDoelen = voegSamen(perGegevens, "doel");
  return voegSamen(perDoelen, "wie").map(
    ({ voor, na, wie, doel, gegeven }) => `${wie}: ${voor} ${gegeven} voor ${doel}${na}`,
  );
}

function voegSamen(
  regels: readonly Samenvatting[],
  deel: "wie" | "doel" | "gegeven",
): readonly Samenvatting[] {
  const groepen = new Map<string, Samenvatting[]>();
  for (const regel of regels) {
    const sleutel = JSON.stringify({ ...regel, [deel]: "" });
    groepen.set(sleutel, [...(groepen.get(sleutel) ?? []), regel]);
  }
  return [...groepen.values()].flatMap(([eerste, ...rest]) =>
    eerste ? [{ ...eerste, [deel]: [eerste, ...rest].map((regel) => regel[deel]).join(", ") }] : [],
  );
}

/** What is only added, to many at once, on one line. */
function wijzigingenInWoorden(wijzigingen: readonly Wijziging[]): readonly string[] {
  const regels = new Map<string, string[]>();
  for (const wijziging of wijzigingen) {
    const [zin, ...ids] = wijzigingInWoorden(wijziging);
    regels.set(zin, [...(regels.get(zin) ?? []), ...ids]);
  }
  return [...regels].map(([zin, ids]) => (ids.length > 0 ? `${zin}: ${ids.join(", ")}` : zin));
}

function wijzigingInWoorden(wijziging: Wijziging): readonly [zin: string, ...ids: string[]] {
  const { soort, id, eigenschap, eerst, nu, gewicht } = wijziging;
  if (id !== undefined && eigenschap === undefined) return [`${soort} ${eerst ? "vervalt" : "nieuw"}`, id];
  if (gewicht === "neutraal" && (!eerst || !nu)) {
    const zin = `${soort}, ${eigenschap} ${nu ? "toegevoegd" : "weggehaald"}`;
    return id === undefined ? [zin] : [zin, id];
  }
  const naam = id === undefined ? `${eigenschap}` : `${soort} ${id}, ${eigenschap}`;
  return [`${naam}: ${verschilInWoorden(eerst ?? [], nu ?? [])}`];
}

function verschilInWoorden(eerst: readonly string[], nu: readonly string[]): string {
  if (eerst.length < 2 && nu.length < 2) return `van ${aangehaald(eerst[0])} naar ${aangehaald(nu[0])}`;
  const erbij = nu.filter((een) => !eerst.includes(een));
  const eraf = eerst.filter((een) => !nu.includes(een));
  if (erbij.length + eraf.length === 0) return "anders geschreven";
  return [
    ...(erbij.length > 0 ? [`erbij ${erbij.join("; ")}`] : []),
    ...(eraf.length > 0 ? [`eraf ${eraf.join("; ")}`] : []),
  ].join("; ");
}

/** Where a text of more words begins and ends. */
function aangehaald(waarde = "niets"): string {
  return waarde.includes(" ") ? `"${waarde}"` : waarde;
}

/** Alternatives of conditions in words, as an article names them: `a en b, of c`. */
function alternatievenInWoorden(alternatieven: readonly Alternatief[]): string {
  return alternatieven.map((een) => `als ${een.map(schrijfwijze).join(" en ")}`).join(", of ");
}
