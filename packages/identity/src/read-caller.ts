import { DoelNietToegestaan, DoelOnbekend, Unauthenticated } from "@ketenhub/errors";
import { type Afnemer, afspraakSleutel, type CompiledProtocol } from "@ketenhub/protocol";
import { readDoel } from "./read-doel.ts";
import type { TokenClaims } from "./token-claims.ts";
import type { TokenVerifier } from "./token-verifier.ts";

/** Who asks and what for, as far as that can be known from the request itself. */
export interface Caller {
  readonly claims: TokenClaims;
  readonly afnemer: Afnemer;
  readonly doel: string;
}

/** The headers that say who asks and what for. */
export interface CallerHeaders {
  readonly authorization?: string | undefined;
  readonly doel?: string | string[] | undefined;
}

/**
 * Reads who asks and what for, and refuses the whole request when that is not known or not agreed: no valid token or an
 * organisation or rol outside the protocol (401), no or an unknown doel (400), a doel that was not agreed for this partij and
 * rol or that the token does not allow (403).
 */
export async function readCaller(
  headers: CallerHeaders,
  verifier: Pick<TokenVerifier, "verify">,
  protocol: CompiledProtocol,
): Promise<Caller> {
  const claims = await verifier.verify(headers.authorization);
  const afnemer = afnemerOf(claims, protocol);
  const doel = readDoel(headers.doel);
  if (!protocol.document.doelen.some(({ id }) => id === doel)) throw new DoelOnbekend();

  const agreed = protocol.afspraken.has(afspraakSleutel(afnemer.partij, afnemer.rol, doel));
  const withinToken = claims.doelen === undefined || claims.doelen.includes(doel);
  if (!agreed || !withinToken) throw new DoelNietToegestaan(doel, protocol.versie);
  return { claims, afnemer, doel };
}

// Private.
function afnemerOf(claims: TokenClaims, protocol: CompiledProtocol): Afnemer {
  const partij = protocol.partijByOin.get(claims.oin);
  if (!partij)
    throw new Unauthenticated(new Error("The organisation of this token takes no part in the protocol."));
  if (!partij.rollen.some(({ id }) => id === claims.rol)) {
    throw new Unauthenticated(new Error(`The protocol gives ${partij.id} no rol like that of this token.`));
  }
  return {
    partij: partij.id,
    rol: claims.rol,
    medewerkerId: claims.sub,
    gemeenten: claims.gemeenten,
    ...(claims.nieuwkomerId === undefined ? {} : { nieuwkomerId: claims.nieuwkomerId }),
  };
}
