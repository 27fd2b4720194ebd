import { generateKeyPair } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { RecentTokens } from "./recent-tokens.ts";
import type { TokenClaims } from "./token-claims.ts";

const now = new Date("2026-11-22T12:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const header = { alg: "RS256", kid: "k1" };
const claims: TokenClaims = {
  issuer: "i",
  oin: "1".repeat(20),
  rol: "docent",
  sub: "roc-docent-1",
  azp: "a",
  jti: "j",
  gemeenten: [],
  expiresAt: now.getTime() / 1000 + 600,
};

let key: CryptoKey;
let other: CryptoKey;

beforeAll(async () => {
  const pairs = [await generateKeyPair("RS256"), await generateKeyPair("RS256")] as const;
  key = pairs[0].publicKey;
  other = pairs[1].publicKey;
});

/** Remembers one token, verified now. */
function remembered(): RecentTokens {
  const recent = new RecentTokens();
  recent.add("token", { claims, header, key }, now);
  return recent;
}

describe("a token that was found good", () => {
  it("is good again while its key is trusted, until its end", async () => {
    const recent = remembered();
    expect(await recent.claimsOf("token", async () => key, now)).toBe(claims);
    expect(await recent.claimsOf("token", async () => key, later(599))).toBe(claims);
    expect(await recent.claimsOf("token", async () => key, later(600))).toBeUndefined();
  });

  it("is unknown at a moment before it was verified", async () => {
    expect(await remembered().claimsOf("token", async () => key, later(-1))).toBeUndefined();
  });

  it("says nothing of any other token", async () => {
    expect(await remembered().claimsOf("token ", async () => key, now)).toBeUndefined();
    expect(await remembered().claimsOf("", async () => key, now)).toBeUndefined();
  });

  it("counts no more from the moment that its key is withdrawn or replaced", async () => {
    const recent = remembered();
    expect(await recent.claimsOf("token", async () => other, now)).toBeUndefined();
    expect(
      await recent.claimsOf("token", () => Promise.reject(new Error("no applicable key")), now),
    ).toBeUndefined();
  });

  it("makes its key be looked up by its own header, every time", async () => {
    const asked: unknown[] = [];
    const recent = remembered();
    const keys = async (of: unknown) => {
      asked.push(of);
      return key;
    };
    await recent.claimsOf("token", keys, now);
    await recent.claimsOf("token", keys, now);
    expect(asked).toEqual([header, header]);
  });

  it("is pushed out by many younger ones", async () => {
    const recent = remembered();
    for (let index = 0; index < 2_000; index += 1) recent.add(`other ${index}`, { claims, header, key }, now);
    expect(await recent.claimsOf("token", async () => key, now)).toBeUndefined();
    expect(await recent.claimsOf("other 0", async () => key, now)).toBe(claims);
  });
});
