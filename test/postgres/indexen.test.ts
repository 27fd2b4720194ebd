import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProtocolFile } from "@ketenhub/protocol-file";
import { type RunningHub, startHub } from "@ketenhub/start";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Answer, ask as askHub } from "../support/ask.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";
import { knowers, listArguments, registers, zelf } from "../support/every-list.ts";
import { carryOutEveryMutation } from "../support/every-mutation.ts";
import { hubConfig } from "../support/hub-setup.ts";
import { fillLargeWorld, gemeentenOfLargeWorld, inLargeWorld } from "../support/large-world.ts";
import { nieuwkomerFields } from "../support/nieuwkomer-fields.ts";
import { makeDatabases, type OwnDatabases } from "../support/own-databases.ts";
import { readCaseload } from "../support/read-caseload.ts";
import { PlanReader } from "../support/read-plans.ts";

let databases: OwnDatabases;
let directory: string;
let hub: RunningHub;
let plans: PlanReader;

beforeAll(async () => {
  databases = await makeDatabases("indexen");
  await fillLargeWorld(databases);
  directory = await mkdtemp(join(tmpdir(), "ketenhub-indexen-"));
  hub = await startHub(hubConfig(directory, databases.env));
  plans = new PlanReader(hub.subgraphs);
}, 180_000);

afterAll(async () => {
  await hub.stop();
  await rm(directory, { recursive: true, force: true });
  await databases.drop();
}, 60_000);

vi.setConfig({ testTimeout: 60_000 });

const ask = async (beller: Beller, query: string, variables: Readonly<Record<string, unknown>> = {}) =>
  askHub(beller, query, variables, { url: hub.url, token: await tokenFor(beller, {}, directory) });

/** Asks something, and expects that no statement for it reads a large table whole, nor looks at more rows than this. */
async function expectIndexes(
  beller: Beller,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  rows = Number.POSITIVE_INFINITY,
): Promise<Answer> {
  plans.take();
  const answer = await ask(beller, query, variables);
  for (const ran of plans.take()) {
    const { readWhole, rows: looked } = await plans.planOf(ran);
    const where = `${beller.rol} of ${beller.partij}: ${query}\n${ran.sql}\n`;
    expect.soft(readWhole, where).toEqual([]);
    expect.soft(looked, where).toBeLessThan(rows);
  }
  return answer;
}

/** The first page of a list and, where there is more, the second. */
async function expectPages(beller: Beller, list: string, args: string, rows?: number): Promise<void> {
  const page = (after: string) =>
    `{ ${list}(first: 50${args}${after}) { pageInfo { endCursor hasNextPage } edges { node { id } } } }`;
  const { data } = await expectIndexes(beller, page(""), {}, rows);
  const pageInfo = data?.[list]?.pageInfo;
  if (pageInfo?.hasNextPage) await expectIndexes(beller, page(`, after: "${pageInfo.endCursor}"`), {}, rows);
}

const { regievoerder, beleidsmedewerker } = bellers;

/** Whose gemeenten have everybody in them: for him the world is as large as it can become. */
const ofAll = <T extends Beller>(beller: T): T => ({ ...beller, gemeenten: gemeentenOfLargeWorld });
/** Of how many rows a page of fifty looks at fewer, however many people there are: here a tenth of them. */
const mostRows = inLargeWorld / 10;

describe("the list of nieuwkomers", () => {
  it.each(knowers)(
    "reads indexes for a $rol of $partij, in every order, filtered or not, and to count",
    async (knower) => {
      for (const args of listArguments) await expectPages(knower, "nieuwkomers", args);
      // Who counts looks at everybody whom he may know: at those in the index, and at nobody else.
      await expectIndexes(knower, "{ nieuwkomers(first: 1) { totalCount } }");
    },
  );

  it("is tried in each way in which the protocol lets somebody know people", async () => {
    const { artikelen } = (await readProtocolFile()).document;
    const ways = (of: typeof artikelen) =>
      new Set(
        of
          .filter(({ lezen }) => lezen?.includes("nieuwkomer"))
          .map(({ voorwaarden }) => voorwaarden.toSorted().join()),
      );
    const tried = artikelen.filter(({ partij, rollen, doelen }) =>
      knowers.some((one) => one.partij === partij && rollen.includes(one.rol) && doelen.includes(one.doel)),
    );
    expect(ways(tried)).toEqual(ways(artikelen));
  });

  it("costs a regievoerder no more when his gemeente has more people in it", async () => {
    for (const args of listArguments) await expectPages(ofAll(regievoerder), "nieuwkomers", args, mostRows);
  });
});

describe("an own register", () => {
  it.each(registers)(
    "reads indexes, and costs no more when it has more people in it ($list of a $beller.rol)",
    async ({ beller, list }) => {
      await expectPages(beller, list, "", mostRows);
      await expectPages(ofAll(beller), list, "", mostRows);
      await expectIndexes(beller, `{ ${list}(first: 1) { totalCount } }`);
    },
  );

  it("takes as many statements for five people as for fifty", async () => {
    for (const { beller, list } of registers) {
      const query = `query ($first: Int!) { ${list}(first: $first) { totalCount edges { node { id nieuwkomer { id naam { geslachtsnaam } } } } } }`;
      const statements = async (first: number) => {
        plans.take();
        await ask(beller, query, { first });
        return plans
          .take()
          .map(({ naam }) => naam)
          .sort();
      };
      const [few, many] = [await statements(5), await statements(50)];
      // Of five people there may be none whose name the caller may read, so that it is not even looked for.
      expect(many.length - few.length, list).toBeLessThanOrEqual(1);
      expect(new Set(many), list).toEqual(new Set(few));
    }
  });
});

describe("what is asked about people", () => {
  it("is found by indexes for a caseload of 52 over all partners", async () => {
    // In it everybody of the gemeente is counted, by an index.
    const answer = await expectIndexes(
      regievoerder,
      await readCaseload(),
      { gemeente: "GM1680", first: 52 },
      mostRows,
    );
    expect(answer.data.nieuwkomers.edges).toHaveLength(52);
  });

  it("is found by indexes for one person, whatever is asked about him", async () => {
    const { data } = await ask(regievoerder, "{ nieuwkomers(first: 20) { edges { node { id } } } }");
    const fields = (await nieuwkomerFields()).map(({ selectie }) => selectie).join(" ");
    for (const { node } of data.nieuwkomers.edges)
      await expectIndexes(
        regievoerder,
        `query ($id: ID!) { nieuwkomer(id: $id) { ${fields} } }`,
        node,
        mostRows,
      );
    const [{ node }] = data.nieuwkomers.edges;
    const nieuwkomer = { ...zelf, nieuwkomerId: node.id };
    const inzage =
      "query ($id: ID!) { nieuwkomer(id: $id) { id wieZietWat { nu { organisatie { naam } } } } }";
    const answer = await expectIndexes(nieuwkomer, inzage, node, mostRows);
    expect(answer.data.nieuwkomer.id).toBe(node.id);
  });

  it("is found by indexes when something is written, and so is whether it was written before", async () => {
    const answers = await carryOutEveryMutation((...question) => expectIndexes(...question));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(answers).toHaveLength(10);
  });

  it("is counted for the figures of a whole gemeente from the people in it, whom an index finds", async () => {
    const args = '(gemeente: "GM1680", peildatum: "2026-01-01")';
    const inburgering = `{ inburgeringscijfers${args} { tellingen { inIederGeval } } }`;
    const { errors } = await expectIndexes(beleidsmedewerker, inburgering, {}, mostRows);
    expect(errors).toEqual([]);
    // Of a whole gemeente every uitkering is needed: reading them all is cheaper as long as they are few.
    plans.take();
    await ask(beleidsmedewerker, `{ uitkeringscijfers${args} { totaal { weergave } } }`);
    const [ran] = plans.take();
    expect(ran?.naam).toBe("wpda");
    expect(ran && (await plans.planOf(ran)).readWhole).not.toContain("klantdossier");
  });
});
