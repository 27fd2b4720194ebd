import { dagVan, type KetenFeiten, type Ketenrelatie } from "@ketenhub/protocol";
import { nodigeFeiten } from "./nodige-feiten.ts";
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

/** Gives a person's toegang; empty when no bronhouder shares anything with the caller. */
export type Uitgever = (persoonId: string, feiten: KetenFeiten) => string;

/**
 * Writes down what the gemeente knows about a caller and persons, sealed for every bronhouder that may need it: the caller, through
 * whose hands it can go, cannot read it. A bronhouder learns no more than it needs to decide. About persons of whom it gets to know
 * the same there is one verklaring; each of them gets it with a proof of their own.
 */
export function toegangUitgever(
  uitgifte: Uitgifte,
  sleutels: ReadonlyMap<string, Sleutel>,
  now: Date,
): Uitgever {
  const { doel, naloop = 0, gemeenten, weegt } = uitgifte;
  const peil = { doel, moment: now, dag: dagVan(now), naloop };
  const bronhouders = [...sleutels].flatMap(([naam, sleutel]) => {
    const gewogen = weegt(naam);
    const weging = { weegt: gewogen, gemeenten, peil };
    return gewogen.size > 0 ? [{ naam, sleutel, weging, known: new Map<string, Verzegeld>() }] : [];
  });
  // One seal for all of whom a bronhouder gets to know the same, or who shares a seal would tell what it does not.
  const verzegelAlle = (feiten: KetenFeiten) =>
    bronhouders.map(({ naam, sleutel, weging, known }) => {
      const text = JSON.stringify(verklaringVan(nodigeFeiten(feiten, weging), now));
      const verzegeld = known.get(text) ?? verzegel(text, uitgifte, naam, sleutel);
      known.set(text, verzegeld);
      return verzegeld;
    });
  // Most persons of a list have the same facts to begin with: then what each bronhouder needs of them is worked out once.
  const verzegelden = new Map<string, readonly Verzegeld[]>();
  return (persoonId, feiten) => {
    const key = JSON.stringify(feiten);
    const verzegeld = verzegelden.get(key) ?? verzegelAlle(feiten);
    verzegelden.set(key, verzegeld);
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

function verklaringVan({ gemeente, relaties, toestemmingen, openTaken }: KetenFeiten, now: Date): Verklaring {
  return {
    ...(gemeente === undefined ? {} : { g: gemeente }),
    ...(relaties.length > 0 ? { r: relaties.map(delenVan) } : {}),
    ...(toestemmingen.length > 0 ? { t: [...toestemmingen] } : {}),
    ...(openTaken.length > 0 ? { k: [...openTaken] } : {}),
    e: Math.floor(now.getTime() / 1000) + geldigheidInSeconden,
  };
}

// The secret differs by bronhouder too: none of them can name a person to another.
function verzegel(text: string, uitgifte: Uitgifte, bronhouder: string, sleutel: Sleutel): Verzegeld {
  const sealed = seal(sleutel, gebondenAan(bronhouder, uitgifte), evened(text));
  return { geheim: secretOf(sleutel, sealed), begin: `${bronhouder}:${sleutel.kid}:${sealed}` };
}

// A seal of a multiple of three bytes ends on a whole character, so that what follows it stands on its own.
function evened(text: string): string {
  return text + " ".repeat((3 - ((Buffer.byteLength(text) + 28) % 3)) % 3);
}

function delenVan({
  doel,
  begindatum,
  einddatum,
  medewerkerId,
}: Ketenrelatie): [string, string, string | null, string | null] {
  return [doel, begindatum, einddatum ?? null, medewerkerId ?? null];
}
