import type { RunningGateway } from "@ketenhub/gateway";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ask } from "../support/ask.ts";
import { doelwit } from "../support/attackers.ts";
import { bellers, tokenFor } from "../support/callers.ts";
import { rawRequest } from "../support/raw-request.ts";
import { startGatewayBefore } from "../support/start-gateway-before.ts";

const { regievoerder } = bellers;
const dashboard = "https://dashboard.example";
const other = "https://kwaad.example";
const query = `{ nieuwkomer(id: "${doelwit}") { id } }`;
let gateway: RunningGateway;

beforeAll(async () => {
  const { subgraphs, directory } = inject("hub");
  gateway = await startGatewayBefore(subgraphs, directory, {
    origins: [dashboard, "https://tweede.example"],
  });
});
afterAll(() => gateway.stop());

const preflight = (origin: string, change: Readonly<Record<string, string>> = {}) =>
  fetch(gateway.url, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type,doel",
      ...change,
    },
  });
const allowed = (headers: Headers) => headers.get("access-control-allow-origin");

describe("J12 a page of another site", () => {
  it("J12 may read an answer when its origin was named, and needs no cookie for it", async () => {
    const asked = await preflight(dashboard);
    expect(asked.status).toBe(204);
    expect(Object.fromEntries(asked.headers)).toMatchObject({
      "access-control-allow-origin": dashboard,
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "authorization, content-type, doel, traceparent",
      vary: "Origin",
    });
    const answer = await ask(regievoerder, query, {}, { url: gateway.url, headers: { origin: dashboard } });
    expect(answer.data.nieuwkomer.id).toBe(doelwit);
    expect(allowed(answer.headers)).toBe(dashboard);
    for (const { headers } of [asked, answer])
      expect(headers.get("access-control-allow-credentials")).toBeNull();
  });

  it.each([
    [other],
    ["null"],
    ["*"],
    [`${dashboard}.kwaad.example`],
    ["https://kwaad.dashboard.example"],
    ["http://dashboard.example"],
    [`${dashboard}:8443`],
    [`${dashboard}/`],
    ["HTTPS://DASHBOARD.EXAMPLE"],
    [`${dashboard}, ${other}`],
  ])("J12 may not when it is nearly one that was named: %s", async (origin) => {
    expect(allowed((await preflight(origin)).headers)).toBeNull();
    const { headers } = await ask(regievoerder, query, {}, { url: gateway.url, headers: { origin } });
    expect(allowed(headers)).toBeNull();
    expect(headers.get("vary")).toBe("Origin");
  });

  it("J12 may send a form, a text or a file without asking, and gets nothing for it", async () => {
    const authorization = `Bearer ${await tokenFor(regievoerder)}`;
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "",
    ]) {
      const response = await fetch(gateway.url, {
        method: "POST",
        headers: { origin: other, authorization, doel: "regie", "content-type": type },
        body: JSON.stringify({ query }),
      });
      expect(response.status, type).toBe(415);
      expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
      expect(await response.json()).toEqual({
        status: 415,
        title: "Stuur JSON",
        detail: "De body is JSON in UTF-8, niet ingepakt: Content-Type: application/json.",
      });
    }
  });
});

describe("every answer", () => {
  it("J5 tells a browser to keep, guess, show and embed nothing, also when it is a refusal of any kind", async () => {
    const { origin, host } = new URL(gateway.url);
    const authorization = `Bearer ${await tokenFor(regievoerder)}`;
    const json = { "content-type": "application/json" };
    const post = (headers: Readonly<Record<string, string>>, body: string) =>
      fetch(gateway.url, { method: "POST", headers, body });
    const answers = await Promise.all([
      ask(regievoerder, query, {}, { url: gateway.url }),
      ask(regievoerder, query, {}, { url: gateway.url, token: undefined }),
      post({ ...json, authorization }, JSON.stringify({ query })),
      post({ ...json, authorization, doel: "regie" }, "{"),
      post({ ...json, authorization, doel: "regie" }, JSON.stringify({ query: "{ onbekend }" })),
      post({ "content-type": "text/plain" }, query),
      fetch(gateway.url),
      fetch(`${origin}/nergens`),
      fetch(`${origin}/graphiql`),
      fetch(`${origin}/%zz`),
      fetch(`${origin}/healthz`),
      fetch(`${origin}/readyz`),
      preflight(other, { "access-control-request-method": "DELETE" }),
    ]);
    for (const [index, { headers, status }] of answers.entries()) {
      expect(
        {
          cache: headers.get("cache-control"),
          policy: headers.get("content-security-policy"),
          embed: headers.get("x-frame-options"),
          guess: headers.get("x-content-type-options"),
          from: headers.get("referrer-policy"),
          load: headers.get("cross-origin-resource-policy"),
          server: headers.get("server") ?? headers.get("x-powered-by"),
        },
        `${index}: ${status}`,
      ).toEqual({
        cache: "no-store",
        policy: "default-src 'none'; frame-ancestors 'none'",
        embed: "DENY",
        guess: "nosniff",
        from: "no-referrer",
        load: "same-origin",
        server: null,
      });
      expect(headers.get("x-request-id"), `${index}: ${status}`).toMatch(/^[0-9a-f-]{36}$/);
    }
    const broken = await rawRequest(gateway.url, [
      "POST /graphql HTTP/1.1",
      `Host: ${host}`,
      "Content-Length: x",
    ]);
    expect(broken).toMatch(/^HTTP\/1\.1 400/);
  });

  it("J5 is just as safe when what was sent is no HTTP, and repeats nothing of it", async () => {
    for (const [lines, status] of [
      [["KWAAD / HTTP/1.1"], 400],
      [["POST /graphql HTTP/1.1", "Host: a", "Content-Length: kwaad"], 400],
      [["GET /graphql HTTP/1.1", "Host: a", `X: ${"kwaad".repeat(4_000)}`], 431],
    ] as const) {
      const answer = await rawRequest(gateway.url, lines);
      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      for (const header of [
        "cache-control: no-store",
        "content-security-policy: default-src 'none'; frame-ancestors 'none'",
        "x-content-type-options: nosniff",
        "x-frame-options: DENY",
      ]) {
        expect(answer.toLowerCase()).toContain(`${header.toLowerCase()}\r\n`);
      }
      expect(answer).not.toMatch(/kwaad/i);
    }
  });

  it("J2 is quickly there for a Content-Type that is nearly all spaces", async () => {
    const refused = async (type: string) => {
      const before = performance.now();
      for (let time = 0; time < 20; time += 1) {
        const answer = await rawRequest(
          gateway.url,
          ["POST /graphql HTTP/1.1", "Host: a", `Content-Type: ${type}`],
          "{}",
        );
        expect(answer).toMatch(/^HTTP\/1\.1 415 /);
      }
      return performance.now() - before;
    };
    const ordinary = await refused("text/plain");
    expect(await refused(`application/json${" ".repeat(15_000)}x`)).toBeLessThan(20 * ordinary + 500);
  });

  it("J11 is a refusal for a Host that is no host, and repeats nothing of it", async () => {
    for (const host of ['kwaad.example"><script>', "a b", "a/../b", "[::1", "x:123456", "kwaad@hub"]) {
      const answer = await rawRequest(
        gateway.url,
        ["POST /graphql HTTP/1.1", `Host: ${host}`, "Content-Type: application/json"],
        JSON.stringify({ query }),
      );
      expect(answer, host).toMatch(/^HTTP\/1\.1 400/);
      expect(answer).not.toMatch(/kwaad|script|INTERNAL/);
    }
  });
});

describe("J3 a body in another alphabet, or packed", () => {
  it.each([
    ["application/json; charset=utf-16"],
    ["application/json; charset=iso-8859-1"],
    ["application/json; charset=utf-8; charset=utf-7"],
    ["application/json; boundary=x"],
    ["application/json, text/plain"],
    ["application/jsonp"],
  ])("J3 is not read, whatever is in it: %s", async (type) => {
    const answer = await ask(
      regievoerder,
      query,
      {},
      { url: gateway.url, headers: { "content-type": type } },
    );
    expect(answer.status).toBe(415);
    expect(answer.data).toBeUndefined();
  });

  it("J3 is read as the alphabet that it is in", async () => {
    for (const type of [
      "application/json",
      "application/json;charset=UTF-8",
      'application/json; charset="utf-8"',
    ]) {
      const sending = { url: gateway.url, headers: { "content-type": type } };
      expect((await ask(regievoerder, query, {}, sending)).data.nieuwkomer.id).toBe(doelwit);
    }
  });
});
