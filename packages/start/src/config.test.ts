import { describe, expect, it } from "vitest";
import { databasesIn, readHubConfig } from "./config.ts";

describe("the environment of npm start", () => {
  it("needs nothing: port 4000, embedded databases and the development issuer", () => {
    const config = readHubConfig({});
    expect(config).toMatchObject({
      port: 4000,
      directory: ".ketenhub",
      identity: { developmentKeyFile: ".ketenhub/ontwikkeluitgever.jwk.json" },
    });
    expect(config.databaseOf("wpda")).toEqual({ kind: "embedded", root: ".ketenhub" });
  });

  it("puts a partner on a server when its URL is given, and only that partner", () => {
    const databaseOf = databasesIn({ SOCIAAL_TEAM_DATABASE_URL: "postgres://db/st" }, "map");
    expect(databaseOf("sociaal-team")).toEqual({ kind: "server", url: "postgres://db/st" });
    expect(databaseOf("roc")).toEqual({ kind: "embedded", root: "map" });
  });

  it("trusts the given issuer instead of the development issuer", () => {
    expect(readHubConfig({ OIDC_ISSUER: "https://login.example" }).identity).toEqual({
      audience: "https://ketenhub.example/graphql",
      issuer: "https://login.example",
    });
  });

  it("treats an empty variable as one that was not set", () => {
    expect(readHubConfig({ PORT: "", OIDC_ISSUER: "" }).port).toBe(4000);
  });
});
