import { randomUUID } from "node:crypto";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../support/ask.ts";
import { bellers, tokenFor } from "../support/callers.ts";
import { freePorts } from "../support/free-ports.ts";
import { npmStart } from "../support/npm-start.ts";

let directory: string;
const port = freePorts();
const url = `http://127.0.0.1:${port}/graphql`;
const env = () => ({ KETENHUB_DIR: directory, PORT: String(port) });

const { id } = bekendePersonen.asielstatushouderB1;
const lees = `query ($id: ID!) { nieuwkomer(id: $id) { reintegratievoorzieningen { soort urenPerWeek } } }`;
const registreer = `mutation ($input: RegistreerReintegratievoorzieningInput!) {
  registreerReintegratievoorziening(input: $input) { reintegratievoorziening { id } } }`;

const askHere = async (query: string, variables: object) =>
  ask(
    bellers.werkcoach,
    query,
    { ...variables },
    { url, token: await tokenFor(bellers.werkcoach, {}, directory) },
  );

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ketenhub-start-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe("npm start", () => {
  it("serves, says where, how to get a token and what to ask; keeps what was written; stays under 1.2 GB; and stops on Ctrl-C", async () => {
    const first = await npmStart(env());
    expect(first.output).toContain(`Ketenhub serves at ${url}`);
    expect(first.output).toContain(`KETENHUB_DIR=${directory} npm run -s token -- --partij gemeente`);
    const input = {
      nieuwkomerId: id,
      soort: "SCHOLING",
      datumStart: "2026-01-05",
      urenPerWeek: 7,
      idempotentieSleutel: randomUUID(),
    };
    expect((await askHere(registreer, { input })).errors).toEqual([]);
    expect(await first.end("SIGINT")).toBe(0);

    const second = await npmStart(env());
    const { data } = await askHere(lees, { id });
    expect(data.nieuwkomer.reintegratievoorzieningen).toContainEqual({ soort: "SCHOLING", urenPerWeek: 7 });
    const repeated = await askHere(registreer, { input });
    expect(repeated.errors).toEqual([]);
    expect((await askHere(lees, { id })).data).toEqual(data);
    expect(await second.memory()).toBeLessThan(1.2e9);
    expect(await second.end("SIGTERM")).toBe(0);
  }, 120_000);

  it("says in one line that the databases are in use by another hub", async () => {
    const owner = join(directory, "gemeente.lock");
    await writeFile(owner, String(process.pid));
    const { output, exitCode } = await npmStart(env());
    await rm(owner);
    expect(exitCode).toBe(1);
    expect(output.trim().split("\n")).toEqual([
      expect.stringContaining(`is in use by process ${process.pid}. Stop that one first`),
    ]);
  }, 60_000);

  it("says in one line which data directory is broken, and what to do", async () => {
    await truncate(join(directory, "gemeente", "global", "pg_control"), 10);
    const { output, exitCode } = await npmStart(env());
    expect(exitCode).toBe(1);
    expect(output.trim().split("\n").at(-1)).toMatch(
      /^The data directory .*gemeente cannot be used: .* Put back a backup, or remove it/,
    );
  }, 60_000);

  it("says in one line which port is taken, before it touches a database", async () => {
    const squatter = await listen(port + 2);
    const { output, exitCode } = await npmStart({ ...env(), KETENHUB_DIR: join(directory, "nieuw") });
    squatter.close();
    expect(exitCode).toBe(1);
    expect(output.trim()).toBe(
      `Port ${port + 2} is taken. Stop what uses it, or choose other ports: PORT=${port + 100} npm start`,
    );
  }, 60_000);

  it("says everything that is wrong in the environment, and does not run in production", async () => {
    const wrong = await npmStart({ ...env(), PORT: "veel", LOG_LEVEL: "hard" });
    expect(wrong.exitCode).toBe(1);
    expect(wrong.output).toMatch(/Invalid environment of the hub:[\s\S]*PORT[\s\S]*LOG_LEVEL/);
    const production = await npmStart({ ...env(), NODE_ENV: "production" });
    expect(production.exitCode).toBe(1);
    expect(production.output.trim()).toMatch(/^npm start is for development\./);
  }, 60_000);
});

function listen(at: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(at, "127.0.0.1", () => resolve(server));
  });
}
