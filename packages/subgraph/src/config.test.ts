import { describe, expect, it } from "vitest";
import { readSubgraphConfig } from "./config.ts";

const key = (byte: number) => `k${byte}:${Buffer.alloc(32, byte).toString("base64")}`;
const shared = {
  DATABASE_URL: "postgres://hub:wachtwoord@db.example/wpda",
  OIDC_ISSUER: "https://idp.example",
  OIDC_AUDIENCE: "https://ketenhub.example/graphql",
};
const wpda = { ...shared, TOEGANG_SLEUTELS: key(1) };

/** What is said about an environment. */
function complaint(naam: string, env: Record<string, string>): string {
  try {
    readSubgraphConfig(naam, env);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

describe("the environment of a subgraph", () => {
  it("is read, with what is usual for the rest", () => {
    const config = readSubgraphConfig("wpda", wpda);
    expect(config).toMatchObject({
      port: 4001,
      host: "127.0.0.1",
      database: { kind: "server", url: shared.DATABASE_URL },
      identity: { audience: shared.OIDC_AUDIENCE, issuer: shared.OIDC_ISSUER },
      logLevel: "info",
    });
    expect(config.sleutels.map(({ kid }) => kid)).toEqual(["k1"]);
    expect(config.ondertekening.size).toBe(0);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it("names everything that is missing, at once", () => {
    const message = complaint("wpda", {});
    expect(message).toMatch(/^Invalid environment of wpda:\n/);
    for (const name of ["DATABASE_URL", "OIDC_ISSUER", "OIDC_AUDIENCE", "TOEGANG_SLEUTELS"]) {
      expect(message).toMatch(new RegExp(`^  ${name}(:| is missing)`, "m"));
    }
    expect(message).not.toContain("PORT");
  });

  it("names everything that is wrong, at once, and repeats nothing of it", () => {
    const wrong = {
      PORT: "70001",
      DATABASE_URL: "mysql://hub:wachtwoord@db",
      OIDC_ISSUER: "geheim",
      OIDC_AUDIENCE: "",
      LOG_LEVEL: "geheim",
      TOEGANG_SLEUTELS: "geheim",
    };
    const message = complaint("wpda", wrong);
    for (const [name, value] of Object.entries(wrong)) {
      expect(message).toMatch(new RegExp(`^  ${name}(:| is missing)`, "m"));
      if (value !== "") expect(message).not.toContain(value);
    }
  });

  it("never repeats the text of a key, not of the good one beside a bad one either", () => {
    const short = Buffer.alloc(16, 7).toString("base64");
    for (const text of [`k2:${short}`, `${key(1)},k2:${short}`, `${key(1)},${key(1)}`, key(1).slice(3)]) {
      const message = complaint("wpda", { ...wpda, TOEGANG_SLEUTELS: text });
      expect(message).toContain("TOEGANG_SLEUTELS: expected");
      for (const secret of [short, Buffer.alloc(32, 1).toString("base64")])
        expect(message).not.toContain(secret);
    }
  });

  it("has several keys while they are being replaced", () => {
    const { sleutels } = readSubgraphConfig("wpda", { ...wpda, TOEGANG_SLEUTELS: `${key(2)}, ${key(1)}` });
    expect(sleutels.map(({ kid }) => kid)).toEqual(["k2", "k1"]);
  });
});

describe("the protocol that a subgraph serves", () => {
  it("must be signed unless the environment says that this is not production", () => {
    expect(readSubgraphConfig("wpda", wpda).protocol).toEqual({ directory: undefined, ondertekend: true });
    const env = { ...wpda, PROTOCOL_DIRECTORY: "/protocol" };
    for (const [NODE_ENV, ondertekend] of [
      ["production", true],
      ["development", false],
      ["test", false],
    ] as const) {
      const { protocol } = readSubgraphConfig("wpda", { ...env, NODE_ENV });
      expect(protocol).toEqual({ directory: "/protocol", ondertekend });
    }
  });
});

describe("the environment of the gemeente", () => {
  it("has a key to sign with for every bronhouder that it names, and none to verify with", () => {
    const { ondertekening, sleutels } = readSubgraphConfig("gemeente", {
      ...shared,
      TOEGANG_SLEUTELS_WPDA: `${key(3)},${key(1)}`,
      TOEGANG_SLEUTELS_SOCIAAL_TEAM: key(2),
    });
    expect([...ondertekening].map(([bronhouder, { kid }]) => [bronhouder, kid])).toEqual([
      ["wpda", "k3"],
      ["sociaal-team", "k2"],
    ]);
    expect(sleutels).toEqual([]);
  });

  it("names the bronhouder of which the key is wrong", () => {
    const env = { ...shared, TOEGANG_SLEUTELS_WPDA: key(1), TOEGANG_SLEUTELS_ROC: "geheim" };
    const message = complaint("gemeente", env);
    expect(message).toContain("TOEGANG_SLEUTELS_ROC: expected kid:base64");
    expect(message).not.toContain("TOEGANG_SLEUTELS_WPDA");
  });
});

describe("the environment of a partner", () => {
  it("gives it no key to sign with, even when one stands there", () => {
    expect(readSubgraphConfig("wpda", { ...wpda, TOEGANG_SLEUTELS_ROC: key(2) }).ondertekening.size).toBe(0);
  });
});
