import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@ketenhub/database";
import { type RunningHub, startHub } from "@ketenhub/start";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Answer, ask as askHub, refusals } from "../support/ask.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";
import { hubConfig } from "../support/hub-setup.ts";
import { makeDatabases, type OwnDatabases } from "../support/own-databases.ts";
import { readCaseload } from "../support/read-caseload.ts";
import { openTcpDoor, type TcpDoor } from "../support/tcp-door.ts";

/** What each partner gives to a caseload; the gemeente gives the caseload itself. */
const velden: Readonly<Record<string, readonly string[]>> = {
  gemeente: [],
  wpda: ["uitkeringen"],
  vluchtelingenwerk: ["begeleiding", "pvt"],
  roc: ["inschrijvingen"],
};
const partners = Object.keys(velden);

const deuren = new Map<string, TcpDoor>();
const deur = (naam: string) => deuren.get(naam) as TcpDoor;
let databases: OwnDatabases;
let directory: string;
let hub: RunningHub;
let caseload: string;
let heel: Answer;

beforeAll(async () => {
  databases = await makeDatabases("uitval");
  const env: Record<string, string> = {};
  for (const [variable, direct] of Object.entries(databases.env)) {
    const url = new URL(direct);
    const door = await openTcpDoor(Number(url.port));
    deuren.set(variable.replace("_DATABASE_URL", "").toLowerCase(), door);
    url.port = String(door.port);
    env[variable] = url.href;
  }
  directory = await mkdtemp(join(tmpdir(), "ketenhub-uitval-"));
  hub = await startHub(hubConfig(directory, env));
  caseload = await readCaseload();
  heel = await vraag();
  expect(heel.data.nieuwkomers.edges).toHaveLength(8);
}, 180_000);

afterAll(async () => {
  await hub.stop();
  for (const door of deuren.values()) await door.shut();
  await rm(directory, { recursive: true, force: true });
  await databases.drop();
}, 60_000);

const ask = async (beller: Beller, query: string, variables: object = {}) =>
  askHub(beller, query, { ...variables }, { url: hub.url, token: await tokenFor(beller, {}, directory) });
const vraag = () => ask(bellers.regievoerder, caseload, { gemeente: "GM1680", first: 8 });

const heals = () =>
  vi.waitFor(async () => expect((await vraag()).data).toEqual(heel.data), { timeout: 30_000, interval: 250 });

const readiness = (naam: string) => {
  const url = hub.subgraphs.find((one) => one.naam === naam)?.url ?? "";
  return fetch(new URL("/readyz", url)).then(({ status }) => status);
};

/** What is seen while a database does not answer: everything else, and where it is missing. */
function expectWithout(naam: string, answer: Answer): void {
  const data = structuredClone(heel.data);
  const missing = velden[naam] ?? [];
  for (const { node } of data.nieuwkomers.edges) for (const veld of missing) node[veld] = null;
  expect(answer.data).toEqual(naam === "gemeente" ? { nieuwkomers: null } : data);
  const places =
    naam === "gemeente" ? ["nieuwkomers"] : missing.map((veld) => `nieuwkomers.edges.node.${veld}`);
  const before = refusals(heel);
  expect(refusals(answer).filter((line) => !before.includes(line))).toEqual(
    places.map((place) => `${place}: BRONHOUDER_ONBEREIKBAAR`),
  );
  expect(answer.text).not.toMatch(/ECONN|SELECT|postgres|terminated|127\.0\.0\.1/);
}

describe.each(partners)("when the database of %s", (naam) => {
  it("is down, everything else is shown, and it heals by itself", async () => {
    await deur(naam).shut();
    expectWithout(naam, await vraag());
    await vi.waitFor(async () => expect(await readiness(naam)).toBe(503), { timeout: 10_000 });
    await deur(naam).open();
    await heals();
    await vi.waitFor(async () => expect(await readiness(naam)).toBe(200), { timeout: 10_000 });
  }, 60_000);

  it("is started anew, nobody sees more of it than a moment", async () => {
    deur(naam).cut();
    await heals();
  }, 60_000);
});

describe("when the database of wpda is cut off without a word", () => {
  it("everything else is shown in time, and it heals by itself", async () => {
    deur("wpda").hold();
    const before = performance.now();
    expectWithout("wpda", await vraag());
    expect(performance.now() - before).toBeLessThan(14_000);
    await deur("wpda").open();
    await heals();
  }, 90_000);
});

describe("when another server takes over and the old connections die without a word", () => {
  it("each of them is missed once, and not again", async () => {
    deur("wpda").forget();
    await vraag();
    const before = performance.now();
    expect((await vraag()).data).toEqual(heel.data);
    expect(performance.now() - before).toBeLessThan(8_000);
    deur("wpda").cut();
  }, 90_000);
});

describe("a subgraph that is started before its database", () => {
  const content = { naam: "wpda", entities: [], migrations: [] };
  const placeOf = (patience: number) => {
    const url = new URL(databases.env["WPDA_DATABASE_URL"] ?? "");
    url.port = String(deur("wpda").port);
    return { kind: "server", url: url.href, patience } as const;
  };

  it("waits for it", async () => {
    await deur("wpda").shut();
    const opening = openDatabase(placeOf(30_000), content);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await deur("wpda").open();
    const database = await opening;
    expect(await database.isReady()).toBe(true);
    await database.stop();
    await heals();
  }, 60_000);

  it("does not wait for ever, and says what to look at", async () => {
    await deur("wpda").shut();
    await expect(openDatabase(placeOf(500), content)).rejects.toThrow(
      "The database of wpda cannot be reached. Is it running, and is its URL right?",
    );
    await deur("wpda").open();
    await heals();
  }, 60_000);
});
