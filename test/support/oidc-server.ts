import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { vi } from "vitest";

/** A real OIDC server on this machine, with one client that identifies itself by private_key_jwt. */
export interface OidcServer {
  readonly issuer: string;
  /** A token by client_credentials (NL GOV OAuth profile), for this audience. */
  token(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the server; every token it gives carries these claims. */
export async function startOidcServer(
  audience: string,
  claims: Readonly<Record<string, unknown>>,
): Promise<OidcServer> {
  // The library warns on the console about its store in memory, which is all a test needs.
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  vi.spyOn(console, "info").mockImplementation(() => undefined);
  const { Provider } = await import("oidc-provider");
  const signing = await generateKeyPair("RS256", { extractable: true });
  const client = await generateKeyPair("RS256", { extractable: true });
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(signing.privateKey)), kid: "sleutel-1", use: "sig" }] },
    clients: [
      {
        client_id: "dashboard",
        grant_types: ["client_credentials"],
        redirect_uris: [],
        response_types: [],
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "RS256",
        jwks: { keys: [{ ...(await exportJWK(client.publicKey)), use: "sig" }] },
      },
    ],
    extraTokenClaims: () => ({ azp: "dashboard", ...claims }),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: "",
          audience,
          accessTokenFormat: "jwt",
          accessTokenTTL: 600,
          jwt: { sign: { alg: "RS256" } },
        }),
      },
    },
  });
  server.on("request", provider.callback());
  return {
    issuer,
    token: () => clientCredentials(issuer, audience, client.privateKey),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      vi.restoreAllMocks();
    },
  };
}

// Private.
async function clientCredentials(issuer: string, resource: string, key: CryptoKey): Promise<string> {
  const assertion = await new SignJWT({ iss: "dashboard", sub: "dashboard", aud: issuer, jti: randomUUID() })
    .setProtectedHeader({ alg: "RS256" })
    .setIssuedAt()
    .setExpirationTime("1m")
    .sign(key);
  const response = await fetch(`${issuer}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      resource,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion,
    }),
  });
  const { access_token } = (await response.json()) as { access_token?: string };
  if (!access_token) throw new Error(`The OIDC server answered ${response.status} without a token.`);
  return access_token;
}
