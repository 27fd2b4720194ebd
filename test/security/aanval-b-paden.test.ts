import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { type Answer, ask } from "../support/ask.ts";
import { askedOf, askTraced } from "../support/ask-traced.ts";
import { doelwit } from "../support/attackers.ts";
import { bellers, tokenFor } from "../support/callers.ts";
import { pathsTo, selectionAlong, valuesAlong } from "../support/paths-to.ts";

const { regievoerder, klantmanager, werkcoach, begeleider, trajectbegeleider } = bellers;
const vandaag = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(new Date());
const id = doelwit;
const api = buildSchema(await readFile(new URL("../../schema/api.graphql", import.meta.url), "utf8"));
const paths = pathsTo(api, "Nieuwkomer", 4);

interface Node {
  readonly id: string;
  readonly bsn: string | null;
}
const idsOf = ({ data }: Answer): readonly string[] =>
  data.nieuwkomers.edges.map(({ node }: { node: Node }) => node.id);

describe("B1 every path to a field", () => {
  const args = {
    nieuwkomer: `id: "${id}"`,
    nieuwkomers: "first: 100",
    mijnKlanten: "first: 100",
    mijnBegeleidingen: "first: 100",
    mijnInschrijvingen: "first: 100",
  };
  const along = (path: readonly string[]) => `{ ${selectionAlong(path, "id bsn", args)} }`;

  it("B1 is walked: directly, in lists and pages, through the registers of partners and through a gezin", () => {
    const texts = paths.map((path) => path.join("."));
    expect(texts).toEqual(
      expect.arrayContaining([
        "nieuwkomer",
        "nieuwkomers.edges.node",
        "nieuwkomer.gezin.leden.nieuwkomer",
        "nieuwkomer.inschrijvingen.nieuwkomer",
        "mijnBegeleidingen.edges.node.nieuwkomer",
        "mijnInschrijvingen.edges.node.nieuwkomer.begeleiding.nieuwkomer",
      ]),
    );
    expect(paths.length).toBeGreaterThanOrEqual(15);
  });

  it.each(paths.map((path) => [path.join("."), path] as const))(
    "B1 gives no BSN by %s to who can have none",
    async (_text, path) => {
      for (const beller of [werkcoach, begeleider]) {
        const { data, text } = await ask(beller, along(path));
        expect(valuesAlong(data, path).filter((node) => (node as Node).bsn !== null)).toEqual([]);
        expect(text).not.toMatch(/\b9999\d{5}\b/);
      }
    },
  );

  it("B1 decides about each person by every path as by the shortest", async () => {
    for (const beller of [regievoerder, klantmanager]) {
      const direct = await ask(beller, "{ nieuwkomers(first: 500) { edges { node { id bsn } } } }");
      const bsnOf = new Map(
        direct.data.nieuwkomers.edges.map(({ node }: { node: Node }) => [node.id, node.bsn]),
      );
      for (const path of paths) {
        const nodes = valuesAlong((await ask(beller, along(path))).data, path) as readonly Node[];
        for (const node of nodes) expect(node.bsn, path.join(".")).toBe(bsnOf.get(node.id) ?? null);
      }
    }
  });
});

describe("B1 the answer to a mutation", () => {
  it("B1 is a path like any other (A18: refused whole when it is refused)", async () => {
    const inschrijving = await ask(
      trajectbegeleider,
      `query ($id: ID!) { nieuwkomer(id: $id) { inschrijvingen { id } } }`,
      { id },
    );
    const [{ id: inschrijvingId }] = inschrijving.data.nieuwkomer.inschrijvingen;
    const registreer = `mutation ($input: RegistreerLesaanwezigheidInput!) {
      registreerLesaanwezigheid(input: $input) { inschrijving { nieuwkomer { id bsn } } } }`;
    const input = () => ({
      inschrijvingId,
      datum: vandaag,
      uren: 1,
      aanwezigheid: "AANWEZIG",
      idempotentieSleutel: randomUUID(),
    });
    const given = await ask(trajectbegeleider, registreer, { input: input() });
    expect(given.data.registreerLesaanwezigheid.inschrijving.nieuwkomer).toEqual({ id, bsn: "999900018" });
  });
});

describe("going back to a person through somebody else", () => {
  it("B2 leads to nobody whom the caller may not know by himself", async () => {
    const query = `{ nieuwkomers(first: 500) { edges { node { id gezin { leden { rol nieuwkomer { id bsn naam { geslachtsnaam } } } } } } } }`;
    const answer = await ask(klantmanager, query);
    const known = new Set(idsOf(answer));
    const leden = valuesAlong(answer.data, ["nieuwkomers", "edges", "node", "gezin", "leden", "nieuwkomer"]);
    expect(leden.length).toBeGreaterThan(0);
    for (const lid of leden as readonly Node[]) expect(known).toContain(lid.id);
    const all = await ask(regievoerder, query);
    const others = valuesAlong(all.data, ["nieuwkomers", "edges", "node", "gezin", "leden", "nieuwkomer"]);
    expect(new Set((others as readonly Node[]).map((lid) => lid.id)).size).toBeGreaterThan(
      new Set((leden as readonly Node[]).map((lid) => lid.id)).size,
    );
  });
});

describe("what goes from one bronhouder to another", () => {
  it("B3 is the type, the keten-id and a proof: never a BSN, which is no key", async () => {
    const query = `{ nieuwkomers(first: 100) { edges { node { bsn vNummer naam { geslachtsnaam } uitkeringen { soort }
      begeleiding { startdatum nieuwkomer { geboortedatum } } inschrijvingen { opleiding nieuwkomer { bsn } } } } } }`;
    const { answer, fetches } = await askTraced(regievoerder, query);
    expect(answer.errors).toEqual([]);
    const sent = fetches.flatMap(
      ({ variables }) => (variables["representations"] ?? []) as readonly object[],
    );
    expect(sent.length).toBeGreaterThan(100);
    for (const representation of sent) {
      expect(
        Object.keys(representation).filter((key) => !["__typename", "id", "toegang"].includes(key)),
      ).toEqual([]);
    }
    expect(askedOf({ answer, fetches })).not.toMatch(/9999000\d\d|Voorbeeld-/);
  });
});

describe("B4 guessing a person", () => {
  const query =
    "query ($id: ID!) { nieuwkomer(id: $id) { id bsn uitkeringen { soort } betrokkenen { partij } } }";
  const nobody = "00000000-0000-4000-8000-000000000000";

  it.each([
    ["a klantmanager", klantmanager, bekendePersonen.alleenGemeente.id],
    ["a werkcoach, after the relation ended", werkcoach, bekendePersonen.beeindigdeRelatie.id],
    ["a begeleider", begeleider, bekendePersonen.alleenGemeente.id],
    ["a regievoerder, in another gemeente", regievoerder, bekendePersonen.inAssen.id],
  ])(
    "B4 tells %s nothing: not in the answer, its headers, or what is asked for it",
    async (_who, beller, existing) => {
      const token = await tokenFor(beller);
      const attempt = (guess: string) => askTraced(beller, query, { id: guess }, { token });
      const [one, other] = [await attempt(existing), await attempt(nobody)];
      expect(one.answer.text).toBe('{"data":{"nieuwkomer":null}}\n');
      expect(other.answer.text).toBe(one.answer.text);
      const headersOf = ({ answer }: typeof one) =>
        [...answer.headers]
          .filter(([name]) => name !== "date" && name !== "x-request-id")
          .map(([name, value]) => `${name}: ${value}`);
      expect(headersOf(other)).toEqual(headersOf(one));
      const questionsOf = ({ fetches }: typeof one) =>
        fetches.map(({ naam, query: text }) => `${naam} ${text}`);
      expect(questionsOf(other)).toEqual(questionsOf(one));
    },
  );
});

describe("B5 many persons in one request", () => {
  it("B5 fifty aliases get fifty decisions", async () => {
    const list = await ask(regievoerder, "{ nieuwkomers(first: 50) { edges { node { id } } } }");
    const ids = idsOf(list);
    const known = new Set(
      idsOf(await ask(klantmanager, "{ nieuwkomers(first: 500) { edges { node { id } } } }")),
    );
    const fields = ids.map(
      (one, index) => `p${index}: nieuwkomer(id: "${one}") { id bsn uitkeringen { bedragInCenten } }`,
    );
    const { data, errors } = await ask(klantmanager, `{ ${fields.join("\n")} }`);
    expect(ids.length).toBe(50);
    expect(errors).toEqual([]);
    const shown = ids.filter((_, index) => data[`p${index}`] !== null);
    expect(shown).toEqual(ids.filter((one) => known.has(one)));
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.length).toBeLessThan(48);
    for (const one of shown) {
      const index = ids.indexOf(one);
      const alone = await ask(
        klantmanager,
        `{ p: nieuwkomer(id: "${one}") { id bsn uitkeringen { bedragInCenten } } }`,
      );
      expect(data[`p${index}`]).toEqual(alone.data.p);
    }
  });
});
