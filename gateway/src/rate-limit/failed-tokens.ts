import { Unauthenticated } from "@ketenhub/errors";
import { TokenNotJudged, type TokenVerifier } from "@ketenhub/identity";
import { Attempts } from "./attempts.ts";
import { networkOf } from "./network-of.ts";

/** The verifier of tokens for requests from one address, as far as that is known. */
export type VerifierFor = (address: string | undefined) => Pick<TokenVerifier, "verify">;

/**
 * Makes forging tokens cost something: from an address that sent too many that are not valid, no new ones are looked at for a while.
 * Whoever was known there goes on, for behind one address may be a whole office.
 */
export function limitFailedTokens(verifier: TokenVerifier, perMinute: number): VerifierFor {
  const attempts = new Attempts(perMinute);
  return (address) => ({
    async verify(authorization) {
      // No token is no attempt, and costs nothing.
      if (!authorization) return verifier.verify(authorization);
      const known = await verifier.verifyKnown(authorization);
      return known ?? attempts.make(networkOf(address), () => verifier.verify(authorization), isForged);
    },
  });
}

// Private: whoever comes with a token that was good, or while nobody can tell, forged nothing.
function isForged(error: unknown): boolean {
  return error instanceof Unauthenticated && !(error instanceof TokenNotJudged);
}
