import { dagVan, geldt, type KetenFeiten, type Ketenrelatie } from "@ketenhub/protocol";
import { persoonsbewijs } from "./persoonsbewijs.ts";
import { randomBytes } from "./random-bytes.ts";
import { seal } from "./seal.ts";
import type { Sleutel } from "./sleutels.ts";
import {
  geldigheidInSeconden,
  type Toegang,
  type Uitgifte,
  type Verklaring,
  vingerafdruk,
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
    const key = JSON.stringify(wat);
    const verzegeld = known.get(key) ?? [...sleutels].map((sleutel) => verzegel(wat, uitgifte, sleutel, now));
    known.set(key, verzegeld);
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
type Wat = Pick<Verklaring, "g" | "r" | "t" | "k">;

/** A verklaring for one bronhouder: what its toegangen begin with, and the secret that names persons in it. */
interface Verzegeld {
  readonly geheim: string;
  readonly begin: string;
}

function watVan(feiten: KetenFeiten, { doel, naloop = 0 }: Uitgifte, now: Date): Wat {
  const peil = { doel, moment: now, dag: dagVan(now), naloop };
  return {
    g: feiten.gemeente,
    r: feiten.relaties.filter((relatie) => geldt(relatie, peil)).map(delenVan),
    t: [...feiten.toestemmingen],
    k: [...feiten.openTaken],
  };
}

// The secret differs by bronhouder too: none of them can name a person to another.
function verzegel(
  wat: Wat,
  { beller, doel, protocolversie }: Uitgifte,
  [bronhouder, sleutel]: readonly [string, Sleutel],
  now: Date,
): Verzegeld {
  const geheim = randomBytes(32).toString("base64url");
  const verklaring: Verklaring = {
    ...wat,
    b: vingerafdruk(beller),
    d: doel,
    v: protocolversie,
    e: Math.floor(now.getTime() / 1000) + geldigheidInSeconden,
    s: geheim,
  };
  const sealed = seal(sleutel, bronhouder, evened(JSON.stringify(verklaring)));
  return { geheim, begin: `${bronhouder}:${sleutel.kid}:${sealed}` };
}

// A seal of a multiple of three bytes ends on a whole character, so that what follows it stands on its own.
function evened(text: string): string {
  return text + " ".repeat((3 - ((Buffer.byteLength(text) + 28) % 3)) % 3);
}

// The last day goes along: the bronhouder itself says whether it is over, and whether there is a naloop.
function delenVan({ doel, begindatum, einddatum, medewerkerId }: Ketenrelatie): Verklaring["r"][number] {
  return [doel, begindatum, einddatum ?? null, medewerkerId ?? null];
}
