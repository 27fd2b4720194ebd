import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Answer, refusals } from "../support/ask.ts";
import { bellers } from "../support/callers.ts";
import type { FailingDoor, Manier } from "../support/failing-door.ts";
import { type HubBehindDoors, startHubBehindDoors } from "../support/hub-behind-doors.ts";
import { readCaseload } from "../support/read-caseload.ts";

/** What each partner gives to a caseload, beside the gemeente, whose list it is. */
const velden: Readonly<Record<string, readonly string[]>> = {
  wpda: ["uitkeringen"],
  vluchtelingenwerk: ["begeleiding", "pvt"],
  roc: ["inschrijvingen"],
};
const variables = { gemeente: "GM1680", first: 8 };
const deadline = 1_500;
/** Two subgraphs after each other, and a machine that is busy. */
const patience = 8_000;

let hub: HubBehindDoors;
let caseload: string;
let heel: Answer;

beforeAll(async () => {
  hub = await startHubBehindDoors({ subgraphDeadline: deadline, answerDeadline: 2 * deadline });
  caseload = await readCaseload();
  heel = await ask();
  expect(heel.data.nieuwkomers.edges).toHaveLength(variables.first);
});
afterAll(() => hub.stop());

const ask = () => hub.ask(bellers.regievoerder, caseload, variables);
const deur = (naam: string) => hub.deuren[naam] as FailingDoor;

/** Makes a bronhouder fail, and sees to it that afterwards it answers again without anybody restarting anything. */
async function terwijl(naam: string, manier: Manier, test: () => Promise<void>): Promise<void> {
  await deur(naam).doe(manier);
  try {
    await test();
  } finally {
    await deur(naam).doe("goed");
    await vi.waitFor(async () => expect((await ask()).data).toEqual(heel.data), {
      timeout: 20_000,
      interval: 200,
    });
  }
}

/** The answer as it was when all was well, with nothing where this partner's data stood. */
function zonder(naam: string): unknown {
  const data = structuredClone(heel.data);
  for (const { node } of data.nieuwkomers.edges) for (const veld of velden[naam] ?? []) node[veld] = null;
  return data;
}

const refusedBefore = () => new Set(refusals(heel));

describe.each(Object.keys(velden))("when %s fails", (naam) => {
  // One partner in every way; the others in the two that differ most. The way it is asked is the same for all.
  const manieren: readonly Manier[] =
    naam === "wpda" ? ["weg", "valt weg", "traag", "onzin", "fout", "afgekapt"] : ["weg", "traag"];

  it.each(manieren)("(%s) a caseload shows everything else, and says where it is missing", async (manier) => {
    await terwijl(naam, manier, async () => {
      const answer = await ask();
      expect(answer.took).toBeLessThan(patience);
      expect(answer.data).toEqual(zonder(naam));
      const told = refusals(answer).filter((line) => !refusedBefore().has(line));
      expect(told).toEqual(
        velden[naam]?.map((veld) => `nieuwkomers.edges.node.${veld}: BRONHOUDER_ONBEREIKBAAR`),
      );
      // At each person that something is missing of, once for each field.
      const paths = answer.errors.map(({ path = [] }) => path.join("."));
      expect(new Set(paths).size).toBe(paths.length);
      expect(answer.text).not.toMatch(/999900092|SELECT|ECONN|127\.0\.0\.1|<html>/);
    });
  });
});

describe("when the gemeente fails", () => {
  it.each(["weg", "traag"] as const)("(%s) there is no caseload, and it says so in time", async (manier) => {
    await terwijl("gemeente", manier, async () => {
      const answer = await ask();
      expect(answer.took).toBeLessThan(patience);
      expect(answer.data).toEqual({ nieuwkomers: null });
      expect(refusals(answer)).toEqual(["nieuwkomers: BRONHOUDER_ONBEREIKBAAR"]);
    });
  });

  it("a partner goes on working in its own register, and what needs the gemeente is refused, not guessed", async () => {
    const query = `{ mijnKlanten(first: 5) { edges { node { gemeente reintegratievoorzieningen { soort }
      nieuwkomer { id naam { voornamen } reintegratievoorzieningen { soort } inschrijvingen { soort } } } } } }`;
    const whole = await hub.ask(bellers.werkcoach, query);
    const rows = whole.data.mijnKlanten.edges;
    expect(rows.some(({ node }: Row) => node.nieuwkomer["inschrijvingen"] !== null)).toBe(true);
    await terwijl("gemeente", "weg", async () => {
      const answer = await hub.ask(bellers.werkcoach, query);
      const without = ({ node }: Row) => ({
        node: { ...node, nieuwkomer: { ...node.nieuwkomer, naam: null, inschrijvingen: null } },
      });
      expect(answer.data.mijnKlanten.edges).toEqual(rows.map(without));
      const place = "mijnKlanten.edges.node.nieuwkomer";
      expect(refusals(answer)).toEqual([
        `${place}.inschrijvingen: TOEGANG_ONBEKEND inschrijving`,
        `${place}.naam: BRONHOUDER_ONBEREIKBAAR`,
      ]);
    });
  });
});

interface Row {
  readonly node: { readonly nieuwkomer: Readonly<Record<string, unknown>> };
}

describe("a bronhouder that goes on failing", () => {
  it("is not waited for any more, and not troubled, until it answers again", async () => {
    await terwijl("roc", "traag", async () => {
      await Promise.all(Array.from({ length: 6 }, ask));
      const askedBefore = deur("roc").asked;
      const answers = await Promise.all(Array.from({ length: 8 }, ask));
      // Somebody tries whether it is back; nobody else waits for it.
      expect(deur("roc").asked - askedBefore).toBeLessThan(8);
      for (const { data } of answers) expect(data).toEqual(zonder("roc"));
    });
  });
});

describe("what was asked when a connection broke", () => {
  const meld = `mutation ($input: MeldVoortgangInput!) { meldVoortgang(input: $input) { taak { id } } }`;

  it("is asked once more when it is a question, and the asker sees nothing of it", async () => {
    const roc = deur("roc");
    const before = roc.asked;
    await roc.doe("valt weg");
    const answer = ask();
    await vi.waitFor(() => expect(roc.asked).toBeGreaterThan(before), { interval: 1 });
    await roc.doe("goed");
    expect((await answer).data).toEqual(heel.data);
  });

  it("is not sent again when it is an order: nobody knows whether it was carried out", async () => {
    const gemeente = deur("gemeente");
    const before = gemeente.asked;
    await gemeente.doe("valt weg");
    const input = {
      taakId: "00000000-0000-4000-8000-000000000000",
      status: "BEZIG",
      versie: 1,
      idempotentieSleutel: "00000000-0000-4000-8000-000000000001",
    };
    const answer = await hub.ask({ ...bellers.klantmanager, doel: "pip" }, meld, { input });
    expect(answer.errors[0]?.extensions).toBeDefined();
    expect(gemeente.asked - before).toBeLessThanOrEqual(1);
    await gemeente.doe("goed");
    await vi.waitFor(async () => expect((await ask()).data).toEqual(heel.data), { timeout: 20_000 });
  });
});
