/** Against a real OIDC server: a stub of our own would share our misunderstandings. */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import type { Configuration, Provider } from "oidc-provider";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { refused } from "../test/refused.ts";
import { openDevelopmentIssuer } from "./development-issuer.ts";
import { createTokenVerifier } from "./token-verifier.ts";

const audience = "https://hub.example/graphql";
const claims = {
  azp: "dossier",
  organisatie_oin: "00000001800000000000",
  rol: "systeem",
  gemeenten: ["GM1680"],
};

let OidcProvider: typeof Provider;
let clientKey: Awaited<ReturnType<typeof generateKeyPair>>["privateKey"];
let clientJwk: JWK;
let issuerKey: JWK;
let rotatedKey: JWK;
let directory: string;

beforeAll(async () => {
  // oidc-provider warns on the console about its store in memory and about Node 20.
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  vi.spyOn(console, "info").mockImplementation(() => undefined);
  ({ Provider: OidcProvider } = await import("oidc-provider"));

  const client = await generateKeyPair("RS256");
  clientKey = client.privateKey;
  clientJwk = { ...(await exportJWK(client.publicKey)), use: "sig" };
  issuerKey = await newKey("2026-a");
  rotatedKey = await newKey("2026-b");
  directory = await mkdtemp(join(tmpdir(), "identity-"));
}, 30_000);

afterAll(async () => {
  vi.restoreAllMocks();
  await rm(directory, { recursive: true });
});
afterEach(() => vi.useRealTimers());

async function newKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, use: "sig" };
}

function configuration(key: JWK, alg: "RS256" | "PS256"): Configuration {
  return {
    jwks: { keys: [key] },
    clients: [
      {
        client_id: "dossier",
        grant_types: ["client_credentials"],
        redirect_uris: [],
        response_types: [],
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "RS256",
        jwks: { keys: [clientJwk] },
      },
    ],
    extraTokenClaims: () => claims,
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_ctx, resource) => ({
          scope: "",
          audience: resource,
          accessTokenFormat: "jwt",
          accessTokenTTL: 600,
          jwt: { sign: { alg } },
        }),
      },
    },
  };
}

interface Options {
  readonly port?: number;
  readonly key?: JWK;
  readonly alg?: "RS256" | "PS256";
}

/** A provider on this machine that stops at the end of the test. */
async function startProvider({ port = 0, key = issuerKey, alg = "RS256" }: Options = {}) {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${address.port}`;
  const serve = (signingKey: JWK) => {
    server.removeAllListeners("request");
    server.on("request", new OidcProvider(issuer, configuration(signingKey, alg)).callback());
  };
  serve(key);

  return {
    issuer,
    port: address.port,
    serve,
    token: (resource = audience) => clientCredentials(issuer, resource),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function clientCredentials(issuer: string, resource: string): Promise<string> {
  const assertion = await new SignJWT({ iss: "dossier", sub: "dossier", aud: issuer, jti: randomUUID() })
    .setProtectedHeader({ alg: "RS256" })
    .setIssuedAt()
    .setExpirationTime("1m")
    .sign(clientKey);
  const response = await fetch(`${issuer}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      resource,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion,
    }),
  });
  const body = (await response.json()) as { access_token?: string };
  return body.access_token ?? expect.fail(JSON.stringify(body));
}

describe("a token of a real issuer", () => {
  it.each(["RS256", "PS256"] as const)("says who its bearer is, signed with %s", async (alg) => {
    await using provider = await startProvider({ alg });
    const verifier = await createTokenVerifier({ audience, issuer: provider.issuer });

    expect(await verifier.verify(`Bearer ${await provider.token()}`)).toEqual({
      issuer: provider.issuer,
      oin: "00000001800000000000",
      rol: "systeem",
      sub: "dossier",
      azp: "dossier",
      jti: expect.any(String),
      gemeenten: ["GM1680"],
      expiresAt: expect.any(Number),
    });
  });

  it("is refused when it is meant for somebody else", async () => {
    await using provider = await startProvider();
    const verifier = await createTokenVerifier({ audience, issuer: provider.issuer });
    await refused(verifier.verify(`Bearer ${await provider.token("https://other.example/api")}`), /"aud"/);
  });

  it("is refused when another issuer gave it, even one with a key of the same name", async () => {
    await using provider = await startProvider();
    await using stranger = await startProvider({ key: { ...rotatedKey, kid: "2026-a" } });
    const verifier = await createTokenVerifier({ audience, issuer: provider.issuer });
    await refused(verifier.verify(`Bearer ${await stranger.token()}`), /signature verification failed/);
  });

  it("is refused with an unknown key, and accepted once the issuer has published that key", async () => {
    await using provider = await startProvider();
    const verifier = await createTokenVerifier({ audience, issuer: provider.issuer });
    const old = await provider.token();
    await verifier.verify(`Bearer ${old}`);

    provider.serve(rotatedKey);
    const fresh = await provider.token();
    await refused(verifier.verify(`Bearer ${fresh}`), /no applicable key/);

    // jose asks for new keys at most once in 30 seconds, so that unknown keys are no way to have us flood the issuer.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31_000 });
    expect(await verifier.verify(`Bearer ${fresh}`)).toMatchObject({ rol: "systeem" });
    await refused(verifier.verify(`Bearer ${old}`), /no applicable key/);
  });
});

describe("an issuer and the development issuer", () => {
  it("never stand in for each other", async () => {
    await using provider = await startProvider();
    const keyFile = join(directory, "key.json");
    const development = await openDevelopmentIssuer({ keyFile, nodeEnv: "test", audience });
    const minted = await development.mint({
      oin: claims.organisatie_oin,
      rol: "systeem",
      sub: "x",
      gemeenten: [],
    });

    const real = await createTokenVerifier({
      audience,
      issuer: provider.issuer,
      developmentKeyFile: keyFile,
    });
    await refused(real.verify(`Bearer ${minted}`), /no applicable key/);
    const developing = await createTokenVerifier({ audience, developmentKeyFile: keyFile });
    await refused(developing.verify(`Bearer ${await provider.token()}`), /no applicable key/);
  });
});

describe("an issuer that does not answer", () => {
  it("is asked again: tokens are refused until it comes up, and accepted after", async () => {
    const before = await startProvider();
    const { port, issuer } = before;
    await before[Symbol.asyncDispose]();

    let moment = Date.now();
    const verifier = await createTokenVerifier({ audience, issuer, now: () => new Date(moment) });
    await refused(verifier.verify(`Bearer a.b.c`), /JWS|Invalid/);

    await using provider = await startProvider({ port });
    const token = await provider.token();
    await refused(verifier.verify(`Bearer ${token}`), /fetch failed/);

    moment += 2001;
    expect(await verifier.verify(`Bearer ${token}`)).toMatchObject({ rol: "systeem" });
  });
});
