import { isIPv6 } from "node:net";
import { TeVeelVragen, Unauthenticated } from "@ketenhub/errors";
import type { TokenVerifier } from "@ketenhub/identity";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { secondsUntil, window } from "./point-counter.ts";

/** The verifier of tokens for requests from one address. */
export type VerifierFor = (address: string) => Pick<TokenVerifier, "verify">;

/**
 * Makes forging tokens cost something: from an address that sent too many that are not valid, no new ones are looked at for a while.
 * Whoever was known there goes on, for behind one address may be a whole office.
 */
export function limitFailedTokens(verifier: TokenVerifier, perMinute: number): VerifierFor {
  const failures = new RateLimiterMemory({ points: perMinute, duration: window });
  return (address) => ({
    async verify(authorization) {
      const key = networkOf(address);
      const failed = await failures.get(key);
      if (failed && failed.consumedPoints >= perMinute) {
        const known = await verifier.verifyKnown(authorization);
        if (known) return known;
        throw new TeVeelVragen(secondsUntil(failed));
      }
      try {
        return await verifier.verify(authorization);
      } catch (error) {
        // No token is no attempt, and costs nothing.
        if (error instanceof Unauthenticated && authorization) await failures.penalty(key);
        throw error;
      }
    },
  });
}

/** Of an IPv6 address only the network: whoever has one address has all of its 2⁶⁴. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address.replace(/^::ffff:/, "");
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const last = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const zeros = Array(Math.max(0, 8 - groups.length - last.length)).fill("0");
  return [...groups, ...zeros, ...last].slice(0, 4).join(":");
}
