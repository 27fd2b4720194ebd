import { dagVan, geldt, type KetenFeiten, type Ketenrelatie } from "@ketenhub/protocol";
import { persoonsbewijs } from "./persoonsbewijs.ts";
import { seal, secretOf } from "./seal.ts";
import type { Sleutel } from "./sleutels.ts";
import {
  gebondenAan,
  geldigheidInSeconden,
  type Toegang,
  type Uitgifte,
  type Verklaring,
} from "./toegang.ts";

/** Gives a person's toegang. */
export type Uitgever = (persoonId: string, feiten: KetenFeiten) => string;

/**
 * Writes down what the gemeente knows about a caller and persons, sealed for every bronhouder that may need it: the caller, through
 * whose hands it can go, cannot read it. Only ketenrelaties for this doel that count now are carried: a bronhouder learns no more
 * than it needs to decide. About persons of whom the same is known there is one verklaring; each of them gets it with a proof of
 * their own.
 */
export function toegangUitgever(
  uitgifte: Uitgifte,
  sleutels: ReadonlyMap<string, Sleutel>,
  now: Date,
): Uitgever {
  const known = new Map<string, readonly Verzegeld[]>();
  return (persoonId, feiten) => {
    const wat = watVan(feiten, uitgifte, now);
    const text = JSON.stringify(wat);
    const verzegeld = known.get(text) ?? [...sleutels].map((sleutel) => verzegel(text, uitgifte, sleutel));
    known.set(text, verzegeld);
    return verzegeld.map(({ geheim, begin }) => begin + persoonsbewijs(geheim, persoonId)).join("~");
  };
}

/** The toegang of one person alone. */
export function issueToegang(
  { persoonId, feiten, ...uitgifte }: Toegang,
  sleutels: ReadonlyMap<string, Sleutel>,
  now: Date,
): string {
  return toegangUitgever(uitgifte, sleutels, now)(persoonId, feiten);
}

// Private.

/** A verklaring for one bronhouder: what its toegangen begin with, and the secret that names persons in it. */
interface Verzegeld {
  readonly geheim: string;
  readonly begin: string;
}

function watVan(feiten: KetenFeiten, { doel, naloop = 0 }: Uitgifte, now: Date): Verklaring {
  const peil = { doel, moment: now, dag: dagVan(now), naloop };
  const relaties = feiten.relaties.filter((relatie) => geldt(relatie, peil));
  return {
    ...(feiten.gemeente === undefined ? {} : { g: feiten.gemeente }),
    ...(relaties.length > 0 ? { r: relaties.map(delenVan) } : {}),
    ...(feiten.toestemmingen.length > 0 ? { t: [...feiten.toestemmingen] } : {}),
    ...(feiten.openTaken.length > 0 ? { k: [...feiten.openTaken] } : {}),
    e: Math.floor(now.getTime() / 1000) + geldigheidInSeconden,
  };
}

// The secret differs by bronhouder too: none of them can name a person to another.
function verzegel(
  text: string,
  uitgifte: Uitgifte,
  [bronhouder, sleutel]: readonly [string, Sleutel],
): Verzegeld {
  const sealed = seal(sleutel, gebondenAan(bronhouder, uitgifte), evened(text));
  return { geheim: secretOf(sleutel, sealed), begin: `${bronhouder}:${sleutel.kid}:${sealed}` };
}

// A seal of a multiple of three bytes ends on a whole character, so that what follows it stands on its own.
function evened(text: string): string {
  return text + " ".repeat((3 - ((Buffer.byteLength(text) + 28) % 3)) % 3);
}

// The last day goes along: the bronhouder itself says whether it is over, and whether there is a naloop.
function delenVan({
  doel,
  begindatum,
  einddatum,
  medewerkerId,
}: Ketenrelatie): [string, string, string | null, string | null] {
  return [doel, begindatum, einddatum ?? null, medewerkerId ?? null];
}
