import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from "jose";
import { openDevelopmentIssuer } from "../src/development-issuer.ts";
import { createTokenVerifier } from "../src/token-verifier.ts";

export const audience = "https://hub.example/graphql";
export const seconds = Date.parse("2026-11-22T12:00:00Z") / 1000;
export const now = () => new Date(seconds * 1000);

/** The claims of a token that holds at `now`: a test changes one of them. */
export const claims = {
  iss: "urn:ketenhub:ontwikkeluitgever",
  aud: audience,
  sub: "wpda-werkcoach-1",
  azp: "dossiersysteem",
  jti: "9c1f",
  iat: seconds,
  exp: seconds + 3600,
  organisatie_oin: "00000001800000000000",
  rol: "werkcoach",
  gemeenten: ["GM1680", "GM1730"],
};

/** A verifier, and the means to sign whatever one likes with the key that it trusts. */
export async function openSigner() {
  const directory = await mkdtemp(join(tmpdir(), "identity-"));
  const keyFile = join(directory, "key.json");
  const issuer = await openDevelopmentIssuer({ keyFile, nodeEnv: "test", audience, now });
  const verifier = await createTokenVerifier({ audience, developmentKeyFile: keyFile, now });
  const jwk = JSON.parse(await readFile(keyFile, "utf8")) as JWK & { kid: string };
  const key = await importJWK(jwk, "RS256");
  const strangersKey = (await generateKeyPair("RS256")).privateKey;

  const sign = (payload: object, header: object = {}, signingKey = key) =>
    new SignJWT(payload as JWTPayload)
      .setProtectedHeader({ alg: "RS256", kid: jwk.kid, ...header })
      .sign(signingKey);
  const verify = (token: string) => verifier.verify(`Bearer ${token}`);

  return {
    directory,
    issuer,
    verifier,
    jwk,
    key,
    strangersKey,
    sign,
    verify,
    /** Verifies the claims above with one change. */
    verifyWith: async (change: object, header: object = {}) =>
      verify(await sign({ ...claims, ...change }, header)),
    remove: () => rm(directory, { recursive: true }),
  };
}
