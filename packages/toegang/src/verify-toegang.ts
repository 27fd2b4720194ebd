import type { KetenFeiten } from "@ketenhub/protocol";
import { macOf, sameMac } from "./mac.ts";
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
  const [content, ...macs] = text.split("~");
  if (!content || !macs.some((mac) => isSigned(mac, content, bronhouder, sleutels))) return undefined;

  const inhoud = parseContent(content);
  if (!inhoud || !matches(inhoud, verwachting) || inhoud.e * 1000 <= now.getTime()) return undefined;
  return {
    ...(inhoud.g === undefined ? {} : { gemeente: inhoud.g }),
    relaties: inhoud.r.map(([doel, begindatum, medewerkerId]) => ({
      doel,
      begindatum,
      ...(medewerkerId === undefined ? {} : { medewerkerId }),
    })),
    toestemmingen: inhoud.t,
    heeftTaak: inhoud.k,
  };
}

// Private.
function isSigned(mac: string, content: string, bronhouder: string, sleutels: readonly Sleutel[]): boolean {
  const [forWhom, kid, signature] = mac.split(":");
  const sleutel = sleutels.find((candidate) => candidate.kid === kid);
  if (forWhom !== bronhouder || !sleutel || !signature) return false;
  return sameMac(Buffer.from(signature, "base64url"), macOf(sleutel.secret, bronhouder, content));
}

function parseContent(content: string) {
  try {
    return Inhoud.safeParse(JSON.parse(Buffer.from(content, "base64url").toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

function matches(inhoud: { b: string; d: string; p: string; v: string }, verwachting: Verwachting): boolean {
  return (
    inhoud.b === vingerafdruk(verwachting.beller) &&
    inhoud.d === verwachting.doel &&
    inhoud.p === verwachting.persoonId &&
    inhoud.v === verwachting.protocolversie
  );
}
