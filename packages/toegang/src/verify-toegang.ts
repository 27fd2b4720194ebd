import type { KetenFeiten } from "@ketenhub/protocol";
import { unseal } from "./seal.ts";
import type { Sleutel } from "./sleutels.ts";
import { type Beller, Inhoud, vingerafdruk } from "./toegang.ts";

/** For whom and for what a toegang must have been given. */
export interface Verwachting {
  readonly beller: Beller;
  readonly doel: string;
  readonly persoonId: string;
  readonly protocolversie: string;
}

/** A toegang is small; what is larger was not made by us and is not even parsed. */
const maximumLength = 8_192;

/**
 * The facts in a toegang, or nothing when it is forged, expired, or given to another caller, for another doel, about another
 * person, under another version of the protocol or for another bronhouder. Which of these is nobody's business.
 */
export function verifyToegang(
  text: string,
  bronhouder: string,
  sleutels: readonly Sleutel[],
  verwachting: Verwachting,
  now: Date,
): KetenFeiten | undefined {
  if (text.length > maximumLength) return undefined;
  const inhoud = open(text, bronhouder, sleutels);
  if (!inhoud || !matches(inhoud, verwachting) || inhoud.e * 1000 <= now.getTime()) return undefined;
  return {
    ...(inhoud.g === undefined ? {} : { gemeente: inhoud.g }),
    relaties: inhoud.r.map(([doel, begindatum, einddatum, medewerkerId]) => ({
      doel,
      begindatum,
      ...(einddatum === null ? {} : { einddatum }),
      ...(medewerkerId === null ? {} : { medewerkerId }),
    })),
    toestemmingen: inhoud.t,
    openTaken: inhoud.k,
  };
}

// Private.
function open(text: string, bronhouder: string, sleutels: readonly Sleutel[]) {
  for (const part of text.split("~")) {
    const [forWhom, kid, sealed] = part.split(":");
    const sleutel = sleutels.find((candidate) => candidate.kid === kid);
    const content =
      forWhom === bronhouder && sleutel && sealed ? unseal(sleutel, bronhouder, sealed) : undefined;
    // What opens with our key was written by us: it parses.
    if (content !== undefined) return Inhoud.parse(JSON.parse(content));
  }
  return undefined;
}

function matches(inhoud: { b: string; d: string; p: string; v: string }, verwachting: Verwachting): boolean {
  return (
    inhoud.b === vingerafdruk(verwachting.beller) &&
    inhoud.d === verwachting.doel &&
    inhoud.p === verwachting.persoonId &&
    inhoud.v === verwachting.protocolversie
  );
}
