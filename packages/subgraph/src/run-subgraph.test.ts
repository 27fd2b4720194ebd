import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SubgraphDefinition } from "./definition.ts";
import { runSubgraph } from "./run-subgraph.ts";

const env = {
  DATABASE_URL: "postgres://hub:wachtwoord@127.0.0.1:9/wpda",
  OIDC_ISSUER: "https://idp.example",
  OIDC_AUDIENCE: "https://ketenhub.example/graphql",
  TOEGANG_SLEUTELS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
};

// Its SDL is looked at after the protocol, so this one stops there.
const definition = {
  naam: "wpda",
  schemaDirectory: new URL("bestaat-niet/", import.meta.url),
} as unknown as SubgraphDefinition<object>;

const said: string[] = [];
let exitCode: typeof process.exitCode;

beforeEach(() => {
  said.length = 0;
  exitCode = process.exitCode;
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = exitCode;
});

describe("a subgraph as a process of its own", () => {
  it.each([
    ["when it says so", "production"],
    ["when nobody says what it is", undefined],
  ])("does not start in production with a protocol that nobody signed: %s", async (_when, NODE_ENV) => {
    await runSubgraph(definition, { ...env, NODE_ENV });
    expect(process.exitCode).toBe(1);
    const text = said.join("");
    expect(text).toMatch(/^Versie [\d.]+ van het protocol geldt niet:\n/);
    expect(text).toMatch(
      /handtekeningen\/[\d.]+\/wpda\.json: ontbreekt; wpda ondertekende versie [\d.]+ niet/,
    );
    expect(text).not.toContain("nieuwkomer.json");
  });

  it("goes on in development, and says in one line that signatures are not checked", async () => {
    await runSubgraph(definition, { ...env, NODE_ENV: "development" });
    expect(said[0]).toBe("Not for production: the signatures under the protocol are not checked.\n");
    expect(said[1]).toContain("bestaat-niet");
  });

  it("does not start with a folder in which there is no protocol", async () => {
    await runSubgraph(definition, { ...env, NODE_ENV: "production", PROTOCOL_DIRECTORY: "/bestaat/niet" });
    expect(process.exitCode).toBe(1);
    expect(said.join("")).toContain("/bestaat/niet/gegevensuitwisselingsprotocol.yaml");
  });
});
