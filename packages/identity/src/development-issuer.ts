import { randomUUID } from "node:crypto";
import { importJWK, type JSONWebKeySet, SignJWT } from "jose";
import { openPrivateKey } from "./development-key-file.ts";

/** The `iss` of every development token: no address, so that no discovery can ever find it. */
export const developmentIssuer = "urn:ketenhub:ontwikkeluitgever";

/** For whom a development token is made. */
export interface TokenRequest {
  readonly oin: string;
  readonly rol: string;
  readonly sub: string;
  readonly gemeenten: readonly string[];
  readonly nieuwkomerId?: string;
  readonly doelen?: readonly string[];
  readonly azp?: string;
  /** An hour, unless told otherwise. */
  readonly lifetimeSeconds?: number;
}

/** Stands in for an identity provider on a developer's machine: it believes whatever it is asked. */
export interface DevelopmentIssuer {
  readonly issuer: typeof developmentIssuer;
  mint(request: TokenRequest): Promise<string>;
  /** The public half of the key. */
  readonly jwks: JSONWebKeySet;
}

/** Where the development issuer keeps its key, and whom its tokens are for. */
export interface DevelopmentIssuerConfig {
  readonly keyFile: string;
  /** `NODE_ENV`: in production there is no development issuer. */
  readonly nodeEnv: string | undefined;
  readonly audience: string;
  readonly now?: () => Date;
}

/** Opens the development issuer, and makes its key when there is none. Throws in production, before touching a file. */
export async function openDevelopmentIssuer(config: DevelopmentIssuerConfig): Promise<DevelopmentIssuer> {
  const { keyFile, nodeEnv, audience, now = () => new Date() } = config;
  if (nodeEnv === "production") {
    throw new Error(
      "The development issuer gives anybody any token, so it does not start with NODE_ENV=production. Set OIDC_ISSUER.",
    );
  }
  const jwk = await openPrivateKey(keyFile);
  const key = await importJWK(jwk);
  const { kty, alg, kid, n, e } = jwk;

  return {
    issuer: developmentIssuer,
    jwks: { keys: [{ kty, alg, kid, n, e, use: "sig" }] },
    mint(request) {
      const issuedAt = Math.floor(now().getTime() / 1000);
      return new SignJWT(claimsOf(request))
        .setProtectedHeader({ alg, kid, typ: "at+jwt" })
        .setIssuer(developmentIssuer)
        .setAudience(audience)
        .setSubject(request.sub)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + (request.lifetimeSeconds ?? 3600))
        .sign(key);
    },
  };
}

function claimsOf({ oin, rol, gemeenten, nieuwkomerId, doelen, azp }: TokenRequest) {
  return {
    azp: azp ?? "ketenhub-ontwikkeling",
    organisatie_oin: oin,
    rol,
    gemeenten: [...gemeenten],
    ...(nieuwkomerId === undefined ? {} : { nieuwkomer: nieuwkomerId }),
    ...(doelen === undefined ? {} : { doelen: [...doelen] }),
  };
}
