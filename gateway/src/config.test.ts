import { describe, expect, it } from "vitest";
import { readGatewayConfig } from "./config.ts";
import { limits } from "./limits/limits.ts";

const env = {
  OIDC_ISSUER: "https://login.example",
  OIDC_AUDIENCE: "https://hub.example/graphql",
  SUBGRAPH_URL_GEMEENTE: "http://gemeente:4001/graphql",
  SUBGRAPH_URL_SOCIAAL_TEAM: "http://sociaal-team:4001/graphql",
};
const names = ["gemeente", "sociaal-team"];

describe("the environment of the gateway", () => {
  it("says who is trusted and where each subgraph is", () => {
    expect(readGatewayConfig(names, env)).toMatchObject({
      port: 4000,
      identity: { issuer: "https://login.example", audience: "https://hub.example/graphql" },
      subgraphs: {
        gemeente: "http://gemeente:4001/graphql",
        "sociaal-team": "http://sociaal-team:4001/graphql",
      },
    });
  });

  it("is for production unless it says otherwise: no Sandbox and no GraphiQL", () => {
    expect(readGatewayConfig(names, env).explorers).toBe(false);
    expect(readGatewayConfig(names, { ...env, NODE_ENV: "production" }).explorers).toBe(false);
    expect(readGatewayConfig(names, { ...env, NODE_ENV: "development" }).explorers).toBe(true);
  });

  it("asks for signatures under the protocol unless it says that this is not production", () => {
    expect(readGatewayConfig(names, env).protocol).toEqual({ directory: undefined, ondertekend: true });
    const elsewhere = { ...env, NODE_ENV: "development", PROTOCOL_DIRECTORY: "/protocol" };
    expect(readGatewayConfig(names, elsewhere).protocol).toEqual({
      directory: "/protocol",
      ondertekend: false,
    });
  });

  it("is refused with everything that is missing or wrong, at once", () => {
    const attempt = () => readGatewayConfig(names, { PORT: "99999", SUBGRAPH_URL_GEMEENTE: "gemeente" });
    for (const name of [
      "PORT",
      "OIDC_ISSUER",
      "OIDC_AUDIENCE",
      "SUBGRAPH_URL_GEMEENTE",
      "SUBGRAPH_URL_SOCIAAL_TEAM",
    ]) {
      expect(attempt).toThrow(new RegExp(`Invalid environment of the gateway:[\\s\\S]*${name}`));
    }
  });
});

describe("what the environment of the gateway says of attacks", () => {
  const read = (more: Readonly<Record<string, string>> = {}) => readGatewayConfig(names, { ...env, ...more });

  it("limits every question and every caller unless it is told otherwise", () => {
    expect(read()).toMatchObject({
      limits,
      rateLimit: { perMinute: 600, failedTokensPerMinute: 600 },
      origins: [],
      trustedProxies: [],
    });
    expect(read().rateLimit).not.toHaveProperty("redisUrl");
    expect(read().operations).toBeUndefined();
  });

  it("takes other limits, a Redis, origins, proxies and registered operations", () => {
    const config = read({
      LIMIT_TOKENS: "1000",
      LIMIT_DEPTH: "8",
      LIMIT_ALIASES: "10",
      LIMIT_ROOT_FIELDS: "5",
      LIMIT_NODES: "500",
      LIMIT_OBJECTS: "2000",
      RATE_LIMIT_PER_MINUTE: "60",
      FAILED_TOKENS_PER_MINUTE: "10",
      REDIS_URL: "rediss://:geheim@redis.example:6380/1",
      CORS_ORIGINS: "https://dashboard.example, http://localhost:3000",
      TRUSTED_PROXIES: "10.0.0.0/8,::1, loopback",
      OPERATIONS_DIRECTORY: "/operations",
      OPERATIONS_MODE: "safelist",
    });
    expect(config).toMatchObject({
      limits: { tokens: 1000, depth: 8, aliases: 10, rootFields: 5, nodes: 500, cost: 2000 },
      rateLimit: {
        perMinute: 60,
        failedTokensPerMinute: 10,
        redisUrl: "rediss://:geheim@redis.example:6380/1",
      },
      origins: ["https://dashboard.example", "http://localhost:3000"],
      trustedProxies: ["10.0.0.0/8", "::1", "loopback"],
      operations: { directory: "/operations", mode: "safelist" },
    });
  });

  it("counts nothing where that was asked, and never in production", () => {
    expect(read({ RATE_LIMIT_PER_MINUTE: "0", NODE_ENV: "development" }).rateLimit).toBeUndefined();
    expect(() => read({ RATE_LIMIT_PER_MINUTE: "0" })).toThrow(/RATE_LIMIT_PER_MINUTE: Expected at least 1/);
  });

  it("answers only what was registered where it knows what that is", () => {
    expect(() => read({ OPERATIONS_MODE: "safelist" })).toThrow(/OPERATIONS_DIRECTORY is missing/);
    expect(() => read({ OPERATIONS_MODE: "geheim", OPERATIONS_DIRECTORY: "/x" })).toThrow(/OPERATIONS_MODE/);
  });

  it.each([
    ["CORS_ORIGINS", "*"],
    ["CORS_ORIGINS", "null"],
    ["CORS_ORIGINS", "dashboard.example"],
    ["CORS_ORIGINS", "https://dashboard.example/"],
    ["CORS_ORIGINS", "https://*.example"],
    ["CORS_ORIGINS", "https://goed.example;https://kwaad.example"],
    ["TRUSTED_PROXIES", "*"],
    ["TRUSTED_PROXIES", "true"],
    ["TRUSTED_PROXIES", "10.0.0.0/0"],
    ["TRUSTED_PROXIES", "10.0.0.0/33"],
    ["TRUSTED_PROXIES", "proxy.example"],
    ["REDIS_URL", "http://redis.example"],
    ["LIMIT_DEPTH", "0"],
    ["RATE_LIMIT_PER_MINUTE", "-1"],
  ])("is refused when %s is %s", (name, value) => {
    expect(() => read({ [name]: value })).toThrow(new RegExp(`Invalid environment[\\s\\S]*${name}`));
  });
});
