import { Unauthenticated } from "@ketenhub/errors";
import { type TokenClaims, TokenNotJudged, type TokenVerifier } from "@ketenhub/identity";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { objectsPerPoint } from "./caller-limit.ts";
import { limitFailedTokens } from "./failed-tokens.ts";
import { type RateLimit, startRateLimits } from "./rate-limits.ts";

const log = { warn: vi.fn(), info: vi.fn() } as never;
const claims = (sub: string, oin = "00000001") => ({ oin, sub }) as TokenClaims;
/** Knows tokens of the form `Bearer <sub>`; of `known` also when no new ones are looked at. */
const verifier = (known: readonly string[] = []): TokenVerifier => ({
  async verify(authorization) {
    if (!authorization?.startsWith("Bearer ")) throw new Unauthenticated();
    return claims(authorization.slice(7));
  },
  verifyKnown: async (authorization) =>
    known.includes(authorization ?? "") ? claims(authorization?.slice(7) ?? "") : undefined,
});
const start = (limit: Partial<RateLimit>, known?: readonly string[]) =>
  startRateLimits({ perMinute: 5, failedTokensPerMinute: 3, ...limit }, verifier(known), log);
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "answered",
    ({ code }) => code,
  );
const times = async (count: number, attempt: () => Promise<unknown>) => {
  for (let done = 0; done < count; done += 1) await attempt().catch(() => undefined);
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a caller with a valid token", () => {
  it("is answered as often as is allowed, then told how long to wait, and answered again after that", async () => {
    const { verifierFor } = await start({});
    const ask = () => verifierFor("10.0.0.1").verify("Bearer anna");
    await times(5, ask);
    await expect(ask()).rejects.toMatchObject({
      code: "TE_VEEL_VRAGEN",
      message: "U stelt te veel of te grote vragen in korte tijd. Probeer het over 60 seconden opnieuw.",
      extensions: { wachttijd: 60, http: { status: 429, headers: new Map([["retry-after", "60"]]) } },
    });
    vi.advanceTimersByTime(59_500);
    await expect(ask()).rejects.toMatchObject({ extensions: { wachttijd: 1 } });
    vi.advanceTimersByTime(600);
    expect(await ask()).toEqual(claims("anna"));
  });

  it("is counted wherever he comes from, and does not pay for a colleague", async () => {
    const { verifierFor } = await start({});
    await times(5, () => verifierFor("10.0.0.1").verify("Bearer anna"));
    expect(await codeOf(verifierFor("10.0.0.2").verify("Bearer anna"))).toBe("TE_VEEL_VRAGEN");
    expect(await codeOf(verifierFor("10.0.0.1").verify("Bearer bert"))).toBe("answered");
  });

  it("is somebody else at another organisation, whatever his name is", async () => {
    const { callers } = await start({ perMinute: 1 });
    await callers.question(claims('b","c', "a"));
    expect(await codeOf(callers.question(claims("c", 'a","b')))).toBe("answered");
    expect(await codeOf(callers.question(claims('b","c', "a")))).toBe("TE_VEEL_VRAGEN");
  });

  it("pays for what is large as for several questions", async () => {
    const { callers } = await start({ perMinute: 5 });
    await callers.objects(claims("anna"), objectsPerPoint - 1);
    await callers.objects(claims("anna"), 5 * objectsPerPoint);
    expect(await codeOf(callers.objects(claims("anna"), objectsPerPoint - 1))).toBe("answered");
    expect(await codeOf(callers.question(claims("anna")))).toBe("TE_VEEL_VRAGEN");
  });
});

describe("an address that sends tokens that are not valid", () => {
  const forge = (address: string) => (limits: Awaited<ReturnType<typeof start>>) =>
    limits.verifierFor(address).verify("forged");

  it("gets no new token looked at after too many, until a minute is over", async () => {
    const limits = await start({});
    await times(3, () => forge("10.0.0.1")(limits));
    expect(await codeOf(limits.verifierFor("10.0.0.1").verify("Bearer anna"))).toBe("TE_VEEL_VRAGEN");
    expect(await codeOf(limits.verifierFor("10.0.0.2").verify("Bearer anna"))).toBe("answered");
    vi.advanceTimersByTime(60_100);
    expect(await codeOf(limits.verifierFor("10.0.0.1").verify("Bearer anna"))).toBe("answered");
  });

  it("does not stop who was at work there already", async () => {
    const limits = await start({}, ["Bearer anna"]);
    await times(3, () => forge("10.0.0.1")(limits));
    expect(await codeOf(limits.verifierFor("10.0.0.1").verify("Bearer anna"))).toBe("answered");
    expect(await codeOf(limits.verifierFor("10.0.0.1").verify("Bearer bert"))).toBe("TE_VEEL_VRAGEN");
  });

  it("is not counted for sending none", async () => {
    const limits = await start({});
    await times(10, () => limits.verifierFor("10.0.0.1").verify(undefined));
    expect(await codeOf(limits.verifierFor("10.0.0.1").verify("Bearer anna"))).toBe("answered");
  });

  it("is not counted for what says nothing of a token: no keys to judge it by, or a good one that is over", async () => {
    const notJudged: TokenVerifier = {
      verify: (authorization) =>
        authorization === "Bearer anna"
          ? verifier().verify(authorization)
          : Promise.reject(new TokenNotJudged()),
      verifyKnown: async () => undefined,
    };
    const verifierFor = limitFailedTokens(notJudged, 3);
    await times(10, () => verifierFor("10.0.0.1").verify("Bearer old"));
    expect(await codeOf(verifierFor("10.0.0.1").verify("Bearer anna"))).toBe("answered");
  });

  it("is counted as one with others when it is gone already, and nothing breaks", async () => {
    const limits = await start({});
    await times(3, () => limits.verifierFor(undefined).verify("forged"));
    expect(await codeOf(limits.verifierFor(undefined).verify("Bearer anna"))).toBe("TE_VEEL_VRAGEN");
    expect(await codeOf(limits.verifierFor("10.0.0.1").verify("Bearer anna"))).toBe("answered");
  });
});

describe("a thousand tokens from one address at once", () => {
  /** Looks at tokens as `verifier` does, and not at once. */
  const slow = () => {
    const looked = vi.fn(async (authorization: string | undefined) => {
      for (let turn = 0; turn < 10; turn += 1) await undefined;
      return verifier().verify(authorization);
    });
    return {
      looked,
      verifierFor: limitFailedTokens({ verify: looked, verifyKnown: async () => undefined }, 5),
    };
  };
  const all = (verifierFor: ReturnType<typeof slow>["verifierFor"], token: (index: number) => string) =>
    Promise.all(
      Array.from({ length: 1_000 }, (_, index) => codeOf(verifierFor("10.0.0.1").verify(token(index)))),
    );

  it("are not looked at more often than may fail", async () => {
    const { looked, verifierFor } = slow();
    const codes = await all(verifierFor, () => "forged");
    expect(looked).toHaveBeenCalledTimes(5);
    expect(codes.filter((code) => code === "UNAUTHENTICATED")).toHaveLength(5);
    expect(codes.filter((code) => code === "TE_VEEL_VRAGEN")).toHaveLength(995);
  });

  it("are all answered when they are good, also when some others were not", async () => {
    const { verifierFor } = slow();
    const codes = await all(verifierFor, (index) => (index % 250 === 7 ? "forged" : `Bearer ${index}`));
    expect(codes.filter((code) => code === "UNAUTHENTICATED")).toHaveLength(4);
    expect(codes.filter((code) => code === "answered")).toHaveLength(996);
  });

  it("wait no longer than until the failures of others are forgotten", async () => {
    const { verifierFor } = slow();
    await all(verifierFor, () => "forged");
    vi.advanceTimersByTime(60_100);
    expect(new Set(await all(verifierFor, (index) => `Bearer ${index}`))).toEqual(new Set(["answered"]));
  });
});

describe("a gateway without a limit", () => {
  it("counts nothing", async () => {
    const { verifierFor, callers } = await startRateLimits(undefined, verifier(), log);
    await times(100, () => verifierFor("10.0.0.1").verify("forged"));
    await callers.objects(claims("anna"), 1e9);
    expect(await codeOf(verifierFor("10.0.0.1").verify("Bearer anna"))).toBe("answered");
  });
});
