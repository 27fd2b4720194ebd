import { describe, expect, it } from "vitest";
import { readGatewayConfig } from "./config.ts";

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
