import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OndertekendeMap } from "../../packages/protocol-file/test/ondertekende-map.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const key = () => `k1:${randomBytes(32).toString("base64")}`;
const keys: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gemeente: {
    TOEGANG_SLEUTELS_WPDA: key(),
    TOEGANG_SLEUTELS_VLUCHTELINGENWERK: key(),
    TOEGANG_SLEUTELS_ROC: key(),
  },
  wpda: { TOEGANG_SLEUTELS: key() },
  vluchtelingenwerk: { TOEGANG_SLEUTELS: key() },
  roc: { TOEGANG_SLEUTELS: key() },
};

let protocol: OndertekendeMap;
beforeAll(async () => {
  protocol = await OndertekendeMap.vanAfspraak();
});
afterAll(() => protocol.verwijder());

/** A subgraph as a process of its own, on its PostgreSQL, with an identity provider that is down. */
function start(naam: string, port: number): ChildProcess {
  return spawn(
    process.execPath,
    ["--conditions=source", "--import", "tsx", `subgraphs/${naam}/src/main.ts`],
    {
      cwd: root,
      stdio: "ignore",
      env: {
        PATH: process.env["PATH"],
        NODE_ENV: "production",
        PORT: String(port),
        LOG_LEVEL: "silent",
        DATABASE_URL: process.env[`${naam.toUpperCase()}_DATABASE_URL`],
        OIDC_ISSUER: "http://127.0.0.1:9",
        OIDC_AUDIENCE: "https://ketenhub.example/graphql",
        PROTOCOL_DIRECTORY: protocol.path,
        ...keys[naam],
      },
    },
  );
}

async function untilReady(url: string): Promise<void> {
  await expect
    .poll(
      () =>
        fetch(`${url}/readyz`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 30_000, interval: 200 },
    )
    .toBe(200);
}

describe("a subgraph as a process of its own", () => {
  it.each(Object.keys(keys).map((naam, index) => [naam, 43_000 + index] as const))(
    "%s migrates its own database, serves, refuses everybody while the identity provider is down, and stops when told",
    async (naam, port) => {
      const url = `http://127.0.0.1:${port}`;
      const child = start(naam, port);
      const ended = new Promise((resolve) => child.once("exit", resolve));
      try {
        await untilReady(url);
        const answer = await fetch(`${url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: "Bearer a.b.c", doel: "regie" },
          body: JSON.stringify({ query: "{ _service { sdl } }" }),
        });
        expect(answer.status).toBe(401);
      } finally {
        child.kill("SIGTERM");
      }
      expect(await ended).toBe(0);
    },
    60_000,
  );
});
