import { Unauthenticated } from "@ketenhub/errors";
import { errors, jwtVerify } from "jose";
import { readBearer } from "./bearer.ts";
import { developmentIssuer } from "./development-issuer.ts";
import { developmentKeys } from "./development-keys.ts";
import { issuerKeys } from "./issuer-keys.ts";
import { RecentTokens } from "./recent-tokens.ts";
import { readClaims, type TokenClaims } from "./token-claims.ts";
import { NoKeys, orNoKeys, TokenNotJudged } from "./token-not-judged.ts";

/** Who is trusted to say who somebody is. */
export interface IdentityConfig {
  /** The `aud` that a token must name: this hub. */
  readonly audience: string;
  /** The identity provider, found by OIDC discovery. When set, no development token is ever accepted. */
  readonly issuer?: string;
  /** Key file of the development issuer; read only when there is no `issuer`. */
  readonly developmentKeyFile?: string;
  readonly now?: () => Date;
}

/**
 * Turns the Authorization header into claims, or throws `Unauthenticated` with the real reason as its `cause` only; that is a
 * `TokenNotJudged` when the token may well be what it says.
 */
export interface TokenVerifier {
  verify(authorization: string | undefined): Promise<TokenClaims>;
  /** The claims of a token that was found good not long ago: for whom no other token is looked at. */
  verifyKnown(authorization: string | undefined): Promise<TokenClaims | undefined>;
}

/**
 * A verifier that trusts exactly one issuer. It starts, and refuses, when that issuer does not answer; it does not start
 * on a configuration that could never work.
 */
export async function createTokenVerifier(config: IdentityConfig): Promise<TokenVerifier> {
  const { audience, now = () => new Date() } = config;
  const { issuer, keys } = await trusted(config, now);
  const recent = new RecentTokens();

  const verifyAnew = async (token: string, currentDate: Date) => {
    const { payload, protectedHeader, key } = await jwtVerify(token, orNoKeys(keys), {
      issuer,
      audience,
      algorithms: ["RS256", "PS256"],
      requiredClaims: ["iss", "aud", "exp", "iat", "jti", "azp", "sub"],
      clockTolerance: 5,
      // The only option that makes jose look whether iat lies in the future; the lifetime itself is in `readClaims`.
      maxTokenAge: "24h",
      currentDate,
    });
    refuseOtherKinds(protectedHeader.typ);
    const claims = readClaims(payload);
    recent.add(token, { claims, header: protectedHeader, key }, currentDate);
    return claims;
  };

  return {
    async verify(authorization) {
      try {
        const token = readBearer(authorization);
        const currentDate = now();
        return (await recent.claimsOf(token, keys, currentDate)) ?? (await verifyAnew(token, currentDate));
      } catch (error) {
        throw refusalOf(error);
      }
    },
    async verifyKnown(authorization) {
      try {
        return await recent.claimsOf(readBearer(authorization), keys, now());
      } catch {
        return undefined;
      }
    },
  };
}

async function trusted({ issuer, developmentKeyFile }: IdentityConfig, now: () => Date) {
  if (issuer !== undefined) return { issuer, keys: await issuerKeys(issuer, now) };
  if (developmentKeyFile !== undefined) {
    return { issuer: developmentIssuer, keys: developmentKeys(developmentKeyFile) };
  }
  throw new Error(
    "No token can be verified: configure an issuer, or the key file of the development issuer.",
  );
}

// RFC 8725 §3.11: an issuer signs other things with the same keys (logout tokens, events); those are no access tokens.
function refuseOtherKinds(typ: string | undefined): void {
  if (typ !== undefined && !/^(application\/)?(at\+)?jwt$/i.test(typ)) {
    throw new Error("Expected a token of type at+jwt or JWT.");
  }
}

// jose looks at the time last: what is over had a good signature of this issuer, for this hub.
function refusalOf(error: unknown): Unauthenticated {
  const isNotJudged = error instanceof NoKeys || error instanceof errors.JWTExpired;
  return new (isNotJudged ? TokenNotJudged : Unauthenticated)(withoutClaims(error));
}

// jose hangs the whole claims set on its error; a logger that writes every property would write who it was about.
function withoutClaims(error: unknown): unknown {
  if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired) {
    return new Error(`${error.code}: ${error.message}`);
  }
  return error;
}
