import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startHub } from "@ketenhub/start";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask as askHub } from "../support/ask.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";
import { hubConfig } from "../support/hub-setup.ts";
import { makeDatabases, type OwnDatabases } from "../support/own-databases.ts";
import { readCaseload } from "../support/read-caseload.ts";
import { binDirectory } from "../support/throw-away-postgres.ts";

const run = promisify(execFile);
const { id } = bekendePersonen.asielstatushouderB1;
let databases: OwnDatabases;
let directory: string;

beforeAll(async () => {
  databases = await makeDatabases("herstel");
  directory = await mkdtemp(join(tmpdir(), "ketenhub-herstel-"));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
  await databases.drop();
});

/** The hub on these databases, for as long as somebody works with it. */
async function withHub<T>(
  work: (ask: (beller: Beller, query: string, variables: object) => ReturnType<typeof askHub>) => Promise<T>,
): Promise<T> {
  const hub = await startHub(hubConfig(directory, databases.env));
  try {
    return await work(async (beller, query, variables) =>
      askHub(beller, query, { ...variables }, { url: hub.url, token: await tokenFor(beller, {}, directory) }),
    );
  } finally {
    await hub.stop();
  }
}

/** The first command under this heading of docs/beheer.md: what is rehearsed is what stands there. */
async function commandUnder(heading: string): Promise<string> {
  const text = await readFile(new URL("../../docs/beheer.md", import.meta.url), "utf8");
  const [, section = ""] = text.split(`\n## ${heading}\n`);
  const [, command] = /```sh\n(.+?)\n```/s.exec(section) ?? [];
  if (!command) throw new Error(`docs/beheer.md gives no command under ${heading}.`);
  return command;
}

/** Each partner does it for its own database. */
async function forEachDatabase(command: string): Promise<void> {
  const PATH = `${await binDirectory()}:${process.env["PATH"]}`;
  for (const [naam, DATABASE_URL] of Object.entries(databases.env)) {
    const env = { PATH, DATABASE_URL, BESTAND: join(directory, `${naam}.dump`) };
    await run("bash", ["-euc", command], { env });
  }
}

const lees =
  "query ($id: ID!) { nieuwkomer(id: $id) { inschrijvingen { id lesaanwezigheid { gevolgdeUren } } } }";
const registreer = `mutation ($input: RegistreerLesaanwezigheidInput!) {
  registreerLesaanwezigheid(input: $input) { inschrijving { id lesaanwezigheid { gevolgdeUren } } } }`;

it("a database that is lost comes back from its backup: what was answered is answered, and an order is not carried out twice", async () => {
  const caseload = await readCaseload();
  const variables = { gemeente: "GM1680", first: 52 };
  const roc = bellers.trajectbegeleider;
  const before = await withHub(async (ask) => {
    const { data } = await ask(roc, lees, { id });
    const input = {
      inschrijvingId: data.nieuwkomer.inschrijvingen[0].id,
      datum: new Date().toISOString().slice(0, 10),
      uren: 2,
      aanwezigheid: "AANWEZIG",
      idempotentieSleutel: randomUUID(),
    };
    const order = await ask(roc, registreer, { input });
    expect(order.errors).toEqual([]);
    const answer = {
      input,
      order: order.data,
      caseload: (await ask(bellers.regievoerder, caseload, variables)).data,
      lessons: (await ask(roc, lees, { id })).data,
    };
    await forEachDatabase(await commandUnder("Reservekopie"));
    return answer;
  });
  expect(before.caseload.nieuwkomers.edges).toHaveLength(52);

  await databases.makeAnew();
  await forEachDatabase(await commandUnder("Terugzetten"));

  await withHub(async (ask) => {
    expect((await ask(bellers.regievoerder, caseload, variables)).data).toEqual(before.caseload);
    const again = await ask(roc, registreer, { input: before.input });
    expect(again.data).toEqual(before.order);
    expect((await ask(roc, lees, { id })).data).toEqual(before.lessons);
  });
}, 180_000);
