import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningHub, startHub } from "@ketenhub/start";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, ask } from "../support/ask.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";
import { hubConfig } from "../support/hub-setup.ts";
import { readCaseload } from "../support/read-caseload.ts";

let hub: RunningHub;
let directory: string;
const statements = new Map<string, number>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ketenhub-eigen-"));
  hub = await startHub(hubConfig(directory), {
    onStatement: (naam) => statements.set(naam, (statements.get(naam) ?? 0) + 1),
  });
});

afterAll(async () => {
  await hub.stop();
  await rm(directory, { recursive: true, force: true });
});

async function askHere(beller: Beller, query: string, variables: object = {}): Promise<Answer> {
  return ask(beller, query, { ...variables }, { url: hub.url, token: await tokenFor(beller, {}, directory) });
}

async function statementsFor(first: number): Promise<Record<string, number>> {
  statements.clear();
  const { data } = await askHere(bellers.regievoerder, await readCaseload(), { gemeente: "GM1680", first });
  expect(data.nieuwkomers.edges.length).toBe(first);
  return Object.fromEntries(statements);
}

describe("the number of SQL statements", () => {
  it("is the same in every subgraph for the caseload of two people and of two hundred", async () => {
    const [few, many] = [await statementsFor(2), await statementsFor(200)];
    // With two people there may be nobody with a plan, so that its doelen are not even looked for.
    for (const [naam, count] of Object.entries(many))
      expect(count, naam).toBeLessThanOrEqual((few[naam] ?? 0) + 2);
    expect(await statementsFor(100)).toEqual(many);
    expect(Math.max(...Object.values(many))).toBeLessThan(20);
  });

  it("is the same for who reads what is seen of him, however many organisations are involved", async () => {
    const statementsOf = async ({ id }: { readonly id: string }) => {
      const nieuwkomer = { partij: "nieuwkomer", rol: "nieuwkomer", doel: "inzage", nieuwkomerId: id };
      statements.clear();
      const query = "query ($id: ID!) { nieuwkomer(id: $id) { wieZietWat { nu { organisatie { naam } } } } }";
      const { data } = await askHere({ ...bellers.werkcoach, ...nieuwkomer }, query, { id });
      return { aantal: data.nieuwkomer.wieZietWat.nu.length, statements: Object.fromEntries(statements) };
    };
    const [alleen, druk] = [
      await statementsOf(bekendePersonen.alleenGemeente),
      await statementsOf(bekendePersonen.asielstatushouderB1),
    ];
    expect(druk.aantal).toBeGreaterThan(alleen.aantal);
    expect(druk.statements).toEqual(alleen.statements);
  });
});

describe("G7 the work for somebody whom the caller may not know", () => {
  const nobody = "00000000-0000-4000-8000-000000000000";
  const wie =
    "query ($id: ID!) { nieuwkomer(id: $id) { id bsn naam { geslachtsnaam } uitkeringen { soort } } }";
  const entities =
    "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Nieuwkomer { id heeftUitkering uitkeringen { soort } } } }";
  const counted = async (question: () => Promise<unknown>) => {
    statements.clear();
    await question();
    return Object.fromEntries(statements);
  };

  it("G7 is as much as for nobody, in every database, so that how long it takes tells nothing", async () => {
    const { klantmanager, begeleider, werkcoach, regievoerder } = bellers;
    const stranger = bekendePersonen.alleenGemeente.id;
    const elsewhere = { ...regievoerder, gemeenten: ["GM0106"] };
    for (const beller of [klantmanager, begeleider, werkcoach, elsewhere]) {
      const [one, other] = [
        await counted(() => askHere(beller, wie, { id: stranger })),
        await counted(() => askHere(beller, wie, { id: nobody })),
      ];
      expect(one, beller.rol).toEqual(other);
      expect(one).toEqual({ gemeente: expect.any(Number) });
    }
    const wpda = hub.subgraphs.find(({ naam }) => naam === "wpda")?.url ?? "";
    const direct = async (id: string) => {
      const sending = { url: wpda, token: await tokenFor(werkcoach, {}, directory) };
      return ask(werkcoach, entities, { r: [{ __typename: "Nieuwkomer", id }] }, sending);
    };
    expect(await counted(() => direct(stranger))).toEqual(await counted(() => direct(nobody)));
  });
});

describe("when the gemeente does not answer", () => {
  beforeAll(async () => {
    await hub.subgraphs.find(({ naam }) => naam === "gemeente")?.stop();
  });

  it("tells a dashboard which bronhouder is missing, at the path", async () => {
    const { status, data, errors } = await askHere(bellers.regievoerder, "{ nieuwkomers { totalCount } }");
    expect({ status, data }).toEqual({ status: 200, data: { nieuwkomers: null } });
    expect(errors[0]).toMatchObject({
      path: ["nieuwkomers"],
      extensions: { code: "BRONHOUDER_ONBEREIKBAAR", bronhouder: "gemeente" },
    });
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONN|localhost/);
  });

  it("lets a partner work on in its own register", async () => {
    const query =
      "{ mijnBegeleidingen(first: 5) { totalCount edges { node { startdatum pvt { gevolgdeUren } nieuwkomer { id naam { geslachtsnaam } } } } } }";
    const { data, errors } = await askHere(bellers.begeleider, query);
    expect(data.mijnBegeleidingen.totalCount).toBeGreaterThan(0);
    for (const { node } of data.mijnBegeleidingen.edges) {
      expect(node.startdatum).not.toBeNull();
      expect(node.nieuwkomer.naam).toBeNull();
    }
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(
      new Set(["BRONHOUDER_ONBEREIKBAAR"]),
    );
  });

  it("guesses no facts that only the gemeente knows", async () => {
    const wpda = hub.subgraphs.find(({ naam }) => naam === "wpda")?.url ?? "";
    const { data, errors } = await ask(
      bellers.regievoerder,
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Nieuwkomer { uitkeringen { soort } } } }",
      { r: [{ __typename: "Nieuwkomer", id: bekendePersonen.asielstatushouderB1.id, toegang: null }] },
      { url: wpda, token: await tokenFor(bellers.regievoerder, {}, directory) },
    );
    expect(data._entities[0]).toEqual({ uitkeringen: null });
    expect(errors[0]?.extensions["reden"]).toBe("TOEGANG_ONBEKEND");
  });
});
