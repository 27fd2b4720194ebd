import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { OndertekendeMap } from "../../packages/protocol-file/test/ondertekende-map.ts";
import { environmentOf, readComposeFile, readRootFile } from "../support/compose-file.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const port = await freePort();
let gateway: ChildProcess;
let protocol: OndertekendeMap;

describe("the gateway in production with a protocol that nobody signed", () => {
  it("does not start, and says who did not sign", async () => {
    const env = {
      NODE_ENV: "production",
      OIDC_ISSUER: "https://inloggen.example",
      OIDC_AUDIENCE: "https://ketenhub.example/graphql",
      ...Object.fromEntries(
        ["GEMEENTE", "WPDA", "VLUCHTELINGENWERK", "ROC"].map((naam) => [
          `SUBGRAPH_URL_${naam}`,
          "http://127.0.0.1:9/graphql",
        ]),
      ),
    };
    const args = ["--conditions=source", "--import", "tsx", "gateway/src/main.ts"];
    const ended = promisify(execFile)(process.execPath, args, { cwd: root, env });
    await expect(ended).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^Versie [\d.]+ van het protocol geldt niet:\n(.+\n)*.*\/wpda\.json: ontbreekt; wpda ondertekende versie [\d.]+ niet\n/,
      ),
    });
  }, 30_000);
});

describe("the gateway as a process of its own, with the environment of docker-compose.yml and an issuer that is down", () => {
  beforeAll(async () => {
    protocol = await OndertekendeMap.vanAfspraak();
    const closedPort = await freePort();
    const compose = await readComposeFile();
    const service = compose.services["gateway"];
    if (!service) throw new Error("docker-compose.yml has no gateway.");
    const env = environmentOf(service, {
      OIDC_ISSUER: `http://127.0.0.1:${closedPort}`,
      OIDC_AUDIENCE: "https://ketenhub.example/graphql",
    });
    gateway = spawn(process.execPath, ["--conditions=source", "--import", "tsx", "gateway/src/main.ts"], {
      cwd: root,
      env: {
        ...env,
        PORT: String(port),
        NODE_ENV: "production",
        LOG_LEVEL: "silent",
        DRAIN_DELAY_MS: "0",
        PROTOCOL_DIRECTORY: protocol.path,
      },
      stdio: "ignore",
    });
    await vi.waitFor(async () => expect(await isHealthy()).toBe(true), { timeout: 25_000, interval: 200 });
  }, 30_000);

  afterAll(async () => {
    gateway.kill("SIGTERM");
    await protocol.verwijder();
  });

  it("is healthy, says the command in the Dockerfile", async () => {
    expect(await isHealthy()).toBe(true);
  });

  it("refuses who cannot be verified", async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer e30.e30.e30", doel: "regie" },
      body: JSON.stringify({ query: "{ __typename }" }),
    });
    expect(answer.status).toBe(401);
  });

  it("serves no page for developers", async () => {
    const pages = ["graphql", "graphiql"].map((page) => fetch(`http://127.0.0.1:${port}/${page}`));
    expect((await Promise.all(pages)).map(({ status }) => status)).toEqual([405, 404]);
  });

  it("stops when it is told to", async () => {
    const stopped = new Promise((resolve) => gateway.once("exit", resolve));
    gateway.kill("SIGTERM");
    expect(await stopped).toBe(0);
  });
});

// Private: runs the health check of the image as Docker would.
async function isHealthy(): Promise<boolean> {
  const [, command] = /^HEALTHCHECK [^[]*CMD (\[.*?\])$/ms.exec(await readRootFile("Dockerfile")) ?? [];
  const [, ...args]: string[] = JSON.parse(command ?? "[]");
  return promisify(execFile)(process.execPath, args, { env: { PORT: String(port) } }).then(
    () => true,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
