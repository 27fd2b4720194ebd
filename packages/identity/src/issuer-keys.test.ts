import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { issuerKeys } from "./issuer-keys.ts";

/** An issuer of which a test decides what it answers; it counts how often it is asked. */
async function startIssuer(
  answer: (issuer: string) => { readonly status?: number; readonly body?: unknown },
) {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    const { status = 200, body = {} } = answer(issuer);
    response.writeHead(status, { location: `${issuer}/elsewhere` }).end(JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const header = { alg: "RS256" } as const;
const token = { payload: "", signature: "" };

describe("a discovery document", () => {
  it.each([
    ["speaks for another issuer", { issuer: "https://idp.example" }, /is that of https:\/\/idp.example/],
    ["lacks an issuer", { issuer: undefined }, /issuer/],
    ["lacks the place of the keys", { jwks_uri: undefined }, /jwks_uri/],
    ["has its keys in the clear", { jwks_uri: "http://idp.example/jwks" }, /an https address for jwks_uri/],
    ["has its keys in a file", { jwks_uri: "file:///etc/passwd" }, /an https address for jwks_uri/],
  ])("is refused when it %s", async (_name, change, reason) => {
    await using idp = await startIssuer((issuer) => ({
      body: { issuer, jwks_uri: `${issuer}/jwks`, ...change },
    }));
    const keys = await issuerKeys(idp.issuer, () => new Date());
    await expect(async () => keys(header, token)).rejects.toThrow(reason);
  });

  it("is not followed elsewhere", async () => {
    await using idp = await startIssuer(() => ({ status: 302 }));
    const keys = await issuerKeys(idp.issuer, () => new Date());
    await expect(async () => keys(header, token)).rejects.toThrow("fetch failed");
    expect(idp.asked()).toBe(1);
  });
});

describe("an issuer that answers 503", () => {
  it("is asked again after two seconds and not before, once for all who wait", async () => {
    await using idp = await startIssuer(() => ({ status: 503 }));
    let moment = 0;
    const keys = await issuerKeys(idp.issuer, () => new Date(moment));
    const ask = () => expect(async () => keys(header, token)).rejects.toThrow("expected 200, but got 503");
    expect(idp.asked()).toBe(1);

    moment = 1999;
    await Promise.all([ask(), ask()]);
    expect(idp.asked()).toBe(1);

    moment = 2000;
    await Promise.all([ask(), ask(), ask()]);
    expect(idp.asked()).toBe(2);
  });
});
