import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";
import { z } from "zod";

const retryAfterMilliseconds = 2000;
const timeoutMilliseconds = 5000;

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.string() });

/**
 * The signing keys of an OIDC issuer. An issuer that does not answer is asked again at a later token, not more often than
 * once in two seconds; until then every token is refused.
 */
export async function issuerKeys(issuer: string, now: () => Date): Promise<JWTVerifyGetKey> {
  requireSafe("the issuer", issuer);
  let keys: JWTVerifyGetKey | undefined;
  let pending: Promise<JWTVerifyGetKey> | undefined;
  let failed: { readonly at: number; readonly error: unknown } | undefined;

  const ask = async () => {
    try {
      keys = await discover(issuer);
      return keys;
    } catch (error) {
      failed = { at: now().getTime(), error };
      throw error;
    } finally {
      pending = undefined;
    }
  };
  const found = async () => {
    if (keys) return keys;
    if (failed && now().getTime() < failed.at + retryAfterMilliseconds) throw failed.error;
    pending ??= ask();
    return pending;
  };

  // Down at start is not a reason to stay down: `failed` remembers why.
  await found().catch(() => undefined);
  return async (header, token) => (await found())(header, token);
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, {
    headers: { accept: "application/json" },
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
  if (!response.ok) throw new Error(`Discovery of ${issuer}: expected 200, but got ${response.status}.`);

  const metadata = Metadata.parse(await response.json());
  // OpenID Connect Discovery §4.3: else one issuer could speak for another.
  if (metadata.issuer !== issuer) {
    throw new Error(`Discovery of ${issuer}: the document is that of ${metadata.issuer}.`);
  }
  return createRemoteJWKSet(requireSafe("jwks_uri", metadata.jwks_uri), {
    timeoutDuration: timeoutMilliseconds,
  });
}

const loopback = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

// Keys that come over plain http are keys of whoever sits in between.
function requireSafe(what: string, address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && loopback.test(url.hostname));
  if (!url || !safe) {
    throw new Error(
      `Expected an https address for ${what} (http only on this machine itself), but got ${address}.`,
    );
  }
  return url;
}
