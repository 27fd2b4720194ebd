import { rm } from "node:fs/promises";
import { join } from "node:path";
import { base64url, importJWK } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refused } from "../test/refused.ts";
import { audience, claims, now, openSigner, seconds } from "../test/signer.ts";
import { openDevelopmentIssuer } from "./development-issuer.ts";
import { TokenNotJudged } from "./token-not-judged.ts";
import { createTokenVerifier } from "./token-verifier.ts";

let signer: Awaited<ReturnType<typeof openSigner>>;

beforeAll(async () => {
  signer = await openSigner();
}, 30_000);

afterAll(() => signer.remove());

describe("a token that holds", () => {
  it("says who its bearer is", async () => {
    expect(await signer.verifyWith({})).toEqual({
      issuer: "urn:ketenhub:ontwikkeluitgever",
      oin: "00000001800000000000",
      rol: "werkcoach",
      sub: "wpda-werkcoach-1",
      azp: "dossiersysteem",
      jti: "9c1f",
      gemeenten: ["GM1680", "GM1730"],
      expiresAt: seconds + 3600,
    });
  });

  it("comes from the development issuer as well", async () => {
    const token = await signer.issuer.mint({
      oin: claims.organisatie_oin,
      rol: "docent",
      sub: "roc-docent-1",
      gemeenten: [],
    });
    expect(await signer.verify(token)).toMatchObject({ rol: "docent", gemeenten: [] });
  });

  it("may be meant for others beside the hub", async () => {
    expect(await signer.verifyWith({ aud: ["https://other.example", audience] })).toMatchObject({
      jti: "9c1f",
    });
  });

  it.each(["bearer", "BEARER", "Bearer"])("may be called %s", async (scheme) => {
    const token = await signer.sign(claims);
    expect(await signer.verifier.verify(`${scheme} ${token}`)).toMatchObject({ jti: "9c1f" });
  });

  it.each(["JWT", "jwt", "at+jwt", "application/at+jwt", undefined])("may call its type %s", async (typ) => {
    expect(await signer.verifyWith({}, { typ })).toMatchObject({ jti: "9c1f" });
  });

  it("is given five seconds of difference between clocks", async () => {
    expect(await signer.verifyWith({ exp: seconds - 4, iat: seconds - 60 })).toMatchObject({ jti: "9c1f" });
    expect(await signer.verifyWith({ iat: seconds + 4 })).toMatchObject({ jti: "9c1f" });
  });
});

describe("a header that is refused", () => {
  it.each([
    [undefined, /there is none/],
    ["", /there is none/],
    ["Bearer", /exactly one token/],
    ["Bearer ", /exactly one token/],
    ["Basic dXNlcjpwYXNz", /scheme Bearer/],
    ["x.y.z", /scheme Bearer/],
    ["Bearer garbage", /JWS/],
    ["Bearer a.b.c", /JWS/],
    ["Bearer ..", /JWS/],
    ["Bearer a.b\nc", /exactly one token/],
  ])("is %j", async (authorization, reason) => {
    await refused(signer.verifier.verify(authorization), reason);
  });

  it.each([", Bearer ", ",", " ", ", "])("names two tokens, with %j between them", async (separator) => {
    const token = await signer.sign(claims);
    await refused(signer.verify(`${token}${separator}${token}`), /exactly one token/);
  });

  it("is longer than 8 kB, even when the token is valid", async () => {
    const token = await signer.sign({ ...claims, padding: "x".repeat(9 * 1024) });
    await refused(signer.verify(token), /at most 8192 characters/);
  });
});

describe("a signature that is refused", () => {
  const encode = (part: object) => base64url.encode(JSON.stringify(part));

  it("is none", async () => {
    await refused(signer.verify(`${encode({ alg: "none" })}.${encode(claims)}.`), /"alg"/);
  });

  it("is an HMAC with the public key as its secret", async () => {
    const publicKey = signer.issuer.jwks.keys[0];
    for (const secret of [JSON.stringify(publicKey), String(publicKey?.n)]) {
      const token = await signer.sign(claims, { alg: "HS256" }, new TextEncoder().encode(secret));
      await refused(signer.verify(token), /"alg"/);
    }
  });

  it.each([
    ["RS512, which the profile does not name", "RS512", /"alg"/],
    ["PS256 with the development key, which is for RS256 only", "PS256", /no applicable key/],
  ])("is %s", async (_name, alg, reason) => {
    const key = await importJWK({ ...signer.jwk, alg });
    await refused(signer.verify(await signer.sign(claims, { alg }, key)), reason);
  });

  it("is of somebody else's key, under our key's name", async () => {
    const token = await signer.sign(claims, {}, signer.strangersKey);
    await refused(signer.verify(token), /signature verification failed/);
  });

  it("names a key that nobody knows", async () => {
    await refused(signer.verifyWith({}, { kid: "unknown" }), /no applicable key/);
  });

  it("brings its own key along", async () => {
    const header = { kid: "own", jwk: signer.issuer.jwks.keys[0], jku: "https://evil.example/jwks" };
    const token = await signer.sign(claims, header, signer.strangersKey);
    await refused(signer.verify(token), /no applicable key/);
  });

  it("is of other claims than these", async () => {
    const [header, , signature] = (await signer.sign(claims)).split(".");
    const token = `${header}.${encode({ ...claims, rol: "klantmanager" })}.${signature}`;
    await refused(signer.verify(token), /signature verification failed/);
  });

  it("asks for an extension that we do not know", async () => {
    const header = { alg: "RS256", kid: signer.jwk.kid, crit: ["http://example/extension"] };
    await refused(signer.verify(`${encode(header)}.${encode(claims)}.AAAA`), /crit|Extension/);
  });
});

describe("the key file", () => {
  const request = { oin: claims.organisatie_oin, rol: "docent", sub: "roc-docent-1", gemeenten: [] };

  it("is awaited when another process has yet to make it, and read again when it was made anew", async () => {
    const keyFile = join(signer.directory, "later.json");
    const open = () => openDevelopmentIssuer({ keyFile, nodeEnv: "test", audience, now });
    const verifier = await createTokenVerifier({ audience, developmentKeyFile: keyFile, now });
    await refused(verifier.verify(`Bearer ${await signer.sign(claims)}`), /There is no development key/);

    const old = await (await open()).mint(request);
    expect(await verifier.verify(`Bearer ${old}`)).toMatchObject({ rol: "docent" });
    await refused(verifier.verify(`Bearer ${await signer.sign(claims)}`), /no applicable key/);

    await rm(keyFile);
    const fresh = await (await open()).mint(request);
    expect(await verifier.verify(`Bearer ${fresh}`)).toMatchObject({ rol: "docent" });
    await refused(verifier.verify(`Bearer ${old}`), /no applicable key/);
  }, 30_000);
});

describe("a refusal", () => {
  const refusal = (verification: Promise<unknown>) =>
    verification.then(
      () => "accepted",
      (error) => (error instanceof TokenNotJudged ? "not judged" : "judged"),
    );

  it("does not judge a good token that is over", async () => {
    expect(await refusal(signer.verifyWith({ exp: seconds - 60, iat: seconds - 3600 }))).toBe("not judged");
  });

  it("does not judge what it has no keys for, and judges it as soon as it has", async () => {
    const keyFile = join(signer.directory, "none-yet.json");
    const verifier = await createTokenVerifier({ audience, developmentKeyFile: keyFile, now });
    const token = `Bearer ${await signer.sign(claims)}`;
    expect(await refusal(verifier.verify(token))).toBe("not judged");
    await openDevelopmentIssuer({ keyFile, nodeEnv: "test", audience, now });
    expect(await refusal(verifier.verify(token))).toBe("judged");

    const issuer = "http://127.0.0.1:1";
    const unreachable = await createTokenVerifier({ audience, issuer, now });
    expect(await refusal(unreachable.verify(token))).toBe("not judged");
    expect(await refusal(unreachable.verify("Bearer x.y.z"))).toBe("judged");
  }, 30_000);

  it("judges one that is over and was made up, or is for somebody else", async () => {
    const over = { ...claims, exp: seconds - 60, iat: seconds - 3600 };
    const made = await signer.sign(over, {}, signer.strangersKey);
    expect(await refusal(signer.verify(made))).toBe("judged");
    for (const change of [{ aud: "https://other.example" }, { iss: "https://other.example" }]) {
      expect(await refusal(signer.verify(await signer.sign({ ...over, ...change })))).toBe("judged");
    }
    expect(await refusal(signer.verifyWith({}, { kid: "unknown" }))).toBe("judged");
    expect(await refusal(signer.verify("garbage"))).toBe("judged");
  });
});

describe("createTokenVerifier", () => {
  it("does not start without anybody to trust", async () => {
    await expect(createTokenVerifier({ audience })).rejects.toThrow(/configure an issuer/);
  });

  it.each([
    "http://idp.example",
    "urn:ketenhub:ontwikkeluitgever",
    "ftp://localhost",
    "",
    "http://127.evil.example",
  ])("does not start with %j as issuer", async (issuer) => {
    await expect(createTokenVerifier({ audience, issuer })).rejects.toThrow(/Expected an https address/);
  });
});
