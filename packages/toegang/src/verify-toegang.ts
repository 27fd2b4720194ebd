import type { KetenFeiten } from "@ketenhub/protocol";
import { bewijsLengte, isBewijsVan } from "./persoonsbewijs.ts";
import { secretOf, unseal } from "./seal.ts";
import type { Sleutel } from "./sleutels.ts";
import { type Beller, gebondenAan, Verklaring } from "./toegang.ts";

/** For whom and for what a toegang must have been given. */
export interface Verwachting {
  readonly beller: Beller;
  readonly doel: string;
  readonly persoonId: string;
  readonly protocolversie: string;
}

/** The facts in the toegang of a person, or nothing when it does not hold for that person. */
export type Lezer = (text: string, persoonId: string) => KetenFeiten | undefined;

/** A toegang is small; what is larger was not made by us and is not even parsed. */
const maximumLength = 8_192;

/**
 * Reads the toegangen of one request at one bronhouder. A toegang gives nothing when it is forged, expired, or given to another
 * caller, for another doel, about another person, under another version of the protocol or for another bronhouder. Which of these
 * is nobody's business. A verklaring that several persons carry is opened once.
 */
export function toegangLezer(
  bronhouder: string,
  sleutels: readonly Sleutel[],
  verwachting: Omit<Verwachting, "persoonId">,
  now: Date,
): Lezer {
  const boundTo = gebondenAan(bronhouder, verwachting);
  const known = new Map<string, Geopend | undefined>();
  const geopend = (begin: string) => {
    if (!known.has(begin)) known.set(begin, open(begin, { bronhouder, boundTo, sleutels, now }));
    return known.get(begin);
  };
  return (text, persoonId) => {
    if (text.length > maximumLength) return undefined;
    for (const part of text.split("~")) {
      const verklaring = geopend(part.slice(0, -bewijsLengte));
      if (!verklaring) continue;
      const isAboutPerson = isBewijsVan(part.slice(-bewijsLengte), verklaring.geheim, persoonId);
      return isAboutPerson ? verklaring.feiten : undefined;
    }
    return undefined;
  };
}

/** The facts in one toegang. */
export function verifyToegang(
  text: string,
  bronhouder: string,
  sleutels: readonly Sleutel[],
  { persoonId, ...verwachting }: Verwachting,
  now: Date,
): KetenFeiten | undefined {
  return toegangLezer(bronhouder, sleutels, verwachting, now)(text, persoonId);
}

// Private.
interface Geopend {
  readonly geheim: string;
  readonly feiten: KetenFeiten;
}

interface Opening {
  readonly bronhouder: string;
  readonly boundTo: string;
  readonly sleutels: readonly Sleutel[];
  readonly now: Date;
}

function open(begin: string, { bronhouder, boundTo, sleutels, now }: Opening): Geopend | undefined {
  const [forWhom, kid, sealed] = begin.split(":");
  const sleutel = sleutels.find((candidate) => candidate.kid === kid);
  if (forWhom !== bronhouder || !sleutel || !sealed) return undefined;
  const content = unseal(sleutel, boundTo, sealed);
  if (content === undefined) return undefined;
  // What opens with our key was written by us: it parses.
  const verklaring = Verklaring.parse(JSON.parse(content));
  if (verklaring.e * 1000 <= now.getTime()) return undefined;
  return { geheim: secretOf(sleutel, sealed), feiten: feitenIn(verklaring) };
}

function feitenIn({ g, r = [], t = [], k = [] }: Verklaring): KetenFeiten {
  return {
    ...(g === undefined ? {} : { gemeente: g }),
    relaties: r.map(([doel, begindatum, einddatum, medewerkerId]) => ({
      doel,
      begindatum,
      ...(einddatum === null ? {} : { einddatum }),
      ...(medewerkerId === null ? {} : { medewerkerId }),
    })),
    toestemmingen: t,
    openTaken: k,
  };
}
