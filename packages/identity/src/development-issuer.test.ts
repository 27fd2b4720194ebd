import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDevelopmentIssuer } from "./development-issuer.ts";

const audience = "https://hub.example/graphql";
const request = {
  oin: "00000001800000000000",
  rol: "werkcoach",
  sub: "wpda-werkcoach-1",
  gemeenten: ["GM1680"],
};

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "identity-"));
});

afterAll(() => rm(directory, { recursive: true }));

const open = (name: string, nodeEnv?: string) =>
  openDevelopmentIssuer({ keyFile: join(directory, name, "key.json"), nodeEnv, audience });

describe("openDevelopmentIssuer", () => {
  it("does not start in production, and makes no key there", async () => {
    await expect(open("production", "production")).rejects.toThrow(/does not start with NODE_ENV=production/);
    await expect(stat(join(directory, "production"))).rejects.toThrow("ENOENT");
  });

  it("makes a key that only its owner can read", async () => {
    await open("fresh");
    const { mode } = await stat(join(directory, "fresh", "key.json"));
    expect(mode & 0o777).toBe(0o600);
  });

  it("keeps its key over restarts", async () => {
    const first = await open("kept");
    const second = await open("kept");
    expect(second.jwks).toEqual(first.jwks);
  });

  it("makes one key when several processes start together, and leaves no drafts behind", async () => {
    const issuers = await Promise.all([open("together"), open("together"), open("together")]);
    const kids = issuers.map(({ jwks }) => jwks.keys[0]?.kid);
    expect(new Set(kids).size).toBe(1);
    expect(await readdir(join(directory, "together"))).toEqual(["key.json"]);
  });

  it("publishes the public half and nothing of the private one", async () => {
    const { jwks } = await open("kept");
    expect(Object.keys(jwks.keys[0] ?? {}).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
  });

  it("says what to do about a key file that holds something else, without quoting it", async () => {
    const keyFile = join(directory, "broken.json");
    await writeFile(keyFile, `{"d":"secret"`);
    const opened = openDevelopmentIssuer({ keyFile, nodeEnv: "test", audience });
    await expect(opened).rejects.toThrow(
      `${keyFile} does not hold an RS256 key. Remove it to have a new one made.`,
    );
    expect(await readFile(keyFile, "utf8")).toBe(`{"d":"secret"`);
  });
});

describe("mint", () => {
  it("signs a token with every claim of the NL GOV profile and of the hub", async () => {
    const issuer = await open("kept");
    const token = await issuer.mint({
      ...request,
      nieuwkomerId: "5f0c",
      doelen: ["reintegratie"],
      azp: "dossier",
    });

    const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(issuer.jwks));
    expect(protectedHeader).toEqual({ alg: "RS256", typ: "at+jwt", kid: issuer.jwks.keys[0]?.kid });
    expect(payload).toEqual({
      iss: "urn:ketenhub:ontwikkeluitgever",
      aud: audience,
      sub: "wpda-werkcoach-1",
      azp: "dossier",
      jti: expect.stringMatching(/^[\da-f-]{36}$/),
      iat: expect.any(Number),
      exp: expect.any(Number),
      organisatie_oin: "00000001800000000000",
      rol: "werkcoach",
      gemeenten: ["GM1680"],
      nieuwkomer: "5f0c",
      doelen: ["reintegratie"],
    });
  });

  it("lets a token live an hour unless told otherwise, and gives each its own jti", async () => {
    const now = () => new Date("2026-11-22T12:00:00.900Z");
    const issuer = await openDevelopmentIssuer({
      keyFile: join(directory, "kept", "key.json"),
      nodeEnv: "test",
      audience,
      now,
    });
    const hour = decodeJwt(await issuer.mint(request));
    const minute = decodeJwt(await issuer.mint({ ...request, lifetimeSeconds: 60 }));
    expect(hour.iat).toBe(Date.parse("2026-11-22T12:00:00Z") / 1000);
    expect(hour.exp).toBe(Number(hour.iat) + 3600);
    expect(minute.exp).toBe(Number(minute.iat) + 60);
    expect(hour.jti).not.toBe(minute.jti);
  });

  it("names its key, so that a verifier notices when there is another", async () => {
    const token = await (await open("kept")).mint(request);
    expect(decodeProtectedHeader(token).kid).toMatch(/^[\w-]{43}$/);
  });
});
