import { CompactSign } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refused } from "../test/refused.ts";
import { claims, openSigner, seconds } from "../test/signer.ts";

const nieuwkomer = "3d594650-3436-4f5c-9d3c-1f2a8d0b7e11";

let signer: Awaited<ReturnType<typeof openSigner>>;

beforeAll(async () => {
  signer = await openSigner();
}, 30_000);

afterAll(() => signer.remove());

describe("claims", () => {
  it("may say which nieuwkomer the bearer is, and to which doelen the token is limited", async () => {
    expect(await signer.verifyWith({ nieuwkomer, doelen: ["inzage"] })).toMatchObject({
      nieuwkomerId: nieuwkomer,
      doelen: ["inzage"],
    });
  });

  it("leave out what the token does not say", async () => {
    const { gemeenten, ...withoutGemeenten } = claims;
    const read = await signer.verify(await signer.sign(withoutGemeenten));
    expect(read.gemeenten).toEqual([]);
    expect(read).not.toHaveProperty("nieuwkomerId");
    expect(read).not.toHaveProperty("doelen");
  });

  it("keep a limit to no doel at all", async () => {
    expect(await signer.verifyWith({ doelen: [] })).toMatchObject({ doelen: [] });
  });

  it("write a keten-id in one way", async () => {
    const read = await signer.verifyWith({ nieuwkomer: nieuwkomer.toUpperCase() });
    expect(read.nieuwkomerId).toBe(nieuwkomer);
  });
});

describe("claims that are refused", () => {
  it.each(["iss", "aud", "exp", "iat", "jti", "azp", "sub", "organisatie_oin", "rol"] as const)(
    "lack %s",
    async (claim) => {
      const { [claim]: _, ...rest } = claims;
      await refused(signer.verify(await signer.sign(rest)), new RegExp(claim));
    },
  );

  it.each([
    ["another audience", { aud: "https://other.example" }, /"aud"/],
    ["an empty list of audiences", { aud: [] }, /"aud"/],
    ["another issuer", { iss: "https://idp.example" }, /"iss"/],
    ["an expiry six seconds ago", { iat: seconds - 60, exp: seconds - 6 }, /"exp"/],
    ["an issue six seconds ahead", { iat: seconds + 6 }, /"iat"/],
    ["a start six seconds ahead", { nbf: seconds + 6 }, /"nbf"/],
    ["a lifetime of 25 hours", { exp: seconds + 25 * 3600 }, /after iat/],
    ["an expiry before the issue", { iat: seconds + 4, exp: seconds + 3 }, /after iat/],
    ["an expiry in words", { exp: "tomorrow" }, /"exp"/],
    ["an OIN of 19 digits", { organisatie_oin: "0000000180000000000" }, /organisatie_oin/],
    ["an OIN of 21 digits", { organisatie_oin: "000000018000000000000" }, /organisatie_oin/],
    ["an OIN that is a number", { organisatie_oin: 18_000_000_000 }, /organisatie_oin/],
    ["a list of OINs", { organisatie_oin: [claims.organisatie_oin] }, /organisatie_oin/],
    ["an empty rol", { rol: "" }, /rol/],
    ["a rol with a capital", { rol: "Werkcoach" }, /rol/],
    ["two rollen", { rol: ["werkcoach", "klantmanager"] }, /rol/],
    ["a gemeente that is no list", { gemeenten: "GM1680" }, /gemeenten/],
    ["a gemeente without GM", { gemeenten: ["1680"] }, /gemeenten/],
    ["a gemeente that is a number", { gemeenten: [1680] }, /gemeenten/],
    ["no gemeenten but null", { gemeenten: null }, /gemeenten/],
    ["a nieuwkomer that is no UUID", { nieuwkomer: "123456782" }, /nieuwkomer/],
    ["a list of nieuwkomers", { nieuwkomer: [nieuwkomer] }, /nieuwkomer/],
    ["a doel that is no list", { doelen: "regie" }, /doelen/],
    ["a doel with a capital", { doelen: ["Regie"] }, /doelen/],
    ["an empty sub", { sub: "" }, /sub/],
    ["a sub that is a number", { sub: 12 }, /sub/],
    ["an azp that is a list", { azp: ["a"] }, /azp/],
    ["an empty jti", { jti: "" }, /jti/],
  ])("have %s", async (_name, change, reason) => {
    await refused(signer.verifyWith(change), reason);
  });

  it("live for ever", async () => {
    // JSON cannot write infinity, but reads 1e400 as one; jose would not sign that as a claim, so it is signed as bytes.
    const body = JSON.stringify(claims).replace(`"exp":${claims.exp}`, '"exp":1e400');
    const token = await new CompactSign(new TextEncoder().encode(body))
      .setProtectedHeader({ alg: "RS256", kid: signer.jwk.kid })
      .sign(signer.key);
    await refused(signer.verify(token), /at exp/);
  });

  it.each(["logout+jwt", "secevent+jwt", "dpop+jwt"])("belong to a %s", async (typ) => {
    await refused(signer.verifyWith({}, { typ }), /of type at\+jwt or JWT/);
  });

  it("do not go to the log together with the reason", async () => {
    const causes = await Promise.all([
      refused(signer.verifyWith({ sub: "person-1", exp: seconds - 60, iat: seconds - 120 }), /"exp"/),
      refused(signer.verifyWith({ sub: "person-1", aud: "https://other.example" }), /"aud"/),
      refused(signer.verifyWith({ sub: "person-1", organisatie_oin: "person-1" }), /organisatie_oin/),
    ]);
    for (const cause of causes) {
      expect(JSON.stringify(Object.getOwnPropertyDescriptors(cause))).not.toContain("person-1");
    }
  });
});
