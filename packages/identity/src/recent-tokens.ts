import { createHash } from "node:crypto";
import type { JWTHeaderParameters, JWTVerifyGetKey } from "jose";
import type { TokenClaims } from "./token-claims.ts";

/** What was found when a token was verified. */
export interface VerifiedToken {
  readonly claims: TokenClaims;
  readonly header: JWTHeaderParameters;
  /** The very key that its signature holds under. */
  readonly key: unknown;
}

const mostTokens = 2_000;

/**
 * Tokens that were found good, by the hash of the whole token: one question of a caller comes in several parts, each with the same
 * token. Only the arithmetic of the signature is not done again: which key is trusted is asked anew every time, so a key that was
 * withdrawn counts no more from the same moment; and the token counts neither after its end nor before it was verified.
 */
export class RecentTokens {
  readonly #known = new Map<string, VerifiedToken & { readonly from: number }>();

  /** The claims of exactly this token, when it was verified under the key that is trusted now. */
  async claimsOf(token: string, keys: JWTVerifyGetKey, now: Date): Promise<TokenClaims | undefined> {
    const known = this.#known.get(hashOf(token));
    const at = now.getTime();
    if (!known || at < known.from || at >= known.claims.expiresAt * 1000) return undefined;
    return (await trustedKey(keys, known.header)) === known.key ? known.claims : undefined;
  }

  /** Remembers that this token was good at this moment. */
  add(token: string, verified: VerifiedToken, now: Date): void {
    const sleutel = hashOf(token);
    // The last one in a Map is the youngest: what is pushed out is the oldest.
    this.#known.delete(sleutel);
    this.#known.set(sleutel, { ...verified, from: now.getTime() });
    const oldest = this.#known.keys().next();
    if (this.#known.size > mostTokens && !oldest.done) this.#known.delete(oldest.value);
  }
}

// Private: why no key is trusted is said when the token is verified anew.
async function trustedKey(keys: JWTVerifyGetKey, header: JWTHeaderParameters): Promise<unknown> {
  try {
    return await keys(header, { payload: "", signature: "" });
  } catch {
    return undefined;
  }
}

// The tokens themselves are not kept.
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
