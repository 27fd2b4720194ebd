import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTokenVerifier } from "./token-verifier.ts";

const script = fileURLToPath(new URL("token.ts", import.meta.url));

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "identity-"));
});

afterAll(() => rm(directory, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(line: string, env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const args = ["--conditions=source", "--import", "tsx", script, ...line.split(" ")];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      args,
      { env: { KETENHUB_DIR: directory, ...env } },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

const werkcoach = "--partij wpda --rol werkcoach --gemeente GM1680 --doel reintegratie";

describe("npm run token", { timeout: 30_000 }, () => {
  it("prints a token that the hub accepts, and nothing else", async () => {
    const { stdout, stderr, code } = await run(werkcoach);
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);

    const developmentKeyFile = join(directory, "ontwikkeluitgever.jwk.json");
    const verifier = await createTokenVerifier({
      audience: "https://ketenhub.example/graphql",
      developmentKeyFile,
    });
    expect(await verifier.verify(`Bearer ${stdout.trim()}`)).toMatchObject({
      rol: "werkcoach",
      sub: "wpda-werkcoach-1",
      gemeenten: ["GM1680"],
      doelen: ["reintegratie"],
    });
  });

  it.each([
    [
      "a rol that does not exist",
      "--partij wpda --rol docent",
      {},
      /^token: --rol for wpda "docent" is unknown\./,
    ],
    ["production", werkcoach, { NODE_ENV: "production" }, /does not start with NODE_ENV=production/],
    [
      "a real issuer",
      werkcoach,
      { OIDC_ISSUER: "https://idp.example" },
      /^token: OIDC_ISSUER is set, so tokens come/,
    ],
  ])("says in one line why there is no token for %s", async (_name, line, env, message) => {
    const { stdout, stderr, code } = await run(line, env);
    expect({ stdout, code }).toEqual({ stdout: "", code: 1 });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
