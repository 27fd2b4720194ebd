import { describe, expect, it } from "vitest";
import type { Answer } from "../support/ask.ts";
import { askedOf, askTraced } from "../support/ask-traced.ts";
import { askAs, attackers, doelwit } from "../support/attackers.ts";
import { bellers } from "../support/callers.ts";

const { regievoerder, werkcoach, begeleider } = bellers;
const id = doelwit;
const placesOf = ({ errors }: Answer) => errors.map(({ path = [] }) => path.join("."));
const redenenOf = ({ errors }: Answer) =>
  errors.map(({ extensions }) => extensions["reden"] ?? extensions.code);

/** A form of a selection of the BSN, with the places where it would stand. */
const forms: readonly {
  readonly form: string;
  readonly query: string;
  readonly places: readonly string[];
}[] = [
  { form: "A1 a plain selection", query: "{ nieuwkomer(id: $id) { bsn } }", places: ["nieuwkomer.bsn"] },
  {
    form: "A2 an alias named like a field that is open",
    query: "{ x: nieuwkomer(id: $id) { contacttaal: bsn } }",
    places: ["x.contacttaal"],
  },
  {
    form: "A3 a named fragment",
    query: "{ nieuwkomer(id: $id) { ...F } } fragment F on Nieuwkomer { bsn }",
    places: ["nieuwkomer.bsn"],
  },
  {
    form: "A4 fragments within fragments",
    query: `{ nieuwkomer(id: $id) { ...F } } fragment F on Nieuwkomer { ...G }
        fragment G on Nieuwkomer { ... on Nieuwkomer { ...H } } fragment H on Nieuwkomer { bsn }`,
    places: ["nieuwkomer.bsn"],
  },
  {
    form: "A5 an inline fragment without a type",
    query: "{ ... { nieuwkomer(id: $id) { ... { bsn } } } }",
    places: ["nieuwkomer.bsn"],
  },
  {
    form: "A6 an inline fragment that is included",
    query: "{ nieuwkomer(id: $id) { ... @include(if: true) { bsn } ... @skip(if: false) { nr: bsn } } }",
    places: ["nieuwkomer.bsn", "nieuwkomer.nr"],
  },
  {
    form: "A7 one key twice, once beside what is open and once in a fragment",
    query: `{ nieuwkomer(id: $id) { id } ...Q } fragment Q on Query { nieuwkomer(id: $id) { bsn ...F } }
        fragment F on Nieuwkomer { bsn id }`,
    places: ["nieuwkomer.bsn"],
  },
  {
    form: "A8 one fragment at two places",
    query:
      "{ a: nieuwkomer(id: $id) { ...F } b: nieuwkomer(id: $id) { ...F } } fragment F on Nieuwkomer { bsn }",
    places: ["a.bsn", "b.bsn"],
  },
];

describe.each(forms)("$form", ({ form, query, places }) => {
  const operation = `query ($id: ID!) ${query}`;
  const [number = ""] = form.split(" ");

  it.each(attackers)(`${number} gives no BSN to $who`, async (attacker) => {
    const answer = await askAs(attacker, operation, { id });
    expect(answer.text).not.toMatch(/\d{9}/);
    if (attacker.gets === "401") expect(answer.status).toBe(401);
    if (attacker.gets === "nobody") expect(redenenOf(answer)).toEqual([]);
    if (attacker.gets === "no field") {
      expect(placesOf(answer)).toEqual(places);
      expect(new Set(redenenOf(answer))).toEqual(new Set(["GEEN_ARTIKEL"]));
    }
  });

  it(`${number} is not even asked of a subgraph for who can never have it, and is for who can`, async () => {
    expect(askedOf(await askTraced(begeleider, operation, { id }))).not.toMatch(/\bbsn\b/);
    const allowed = await askTraced(regievoerder, operation, { id });
    expect(askedOf(allowed)).toMatch(/\bbsn\b/);
    expect(allowed.answer.text).toMatch(/999900018/);
  });
});

describe("where a refused field stands", () => {
  it("A9 is told with the index of every list around it", async () => {
    const query = `query ($id: ID!) { nieuwkomer(id: $id) { pip { werk { doelen { id status } } }
      inschrijvingen { id lesaanwezigheid { gevolgdeUren } nieuwkomer { inschrijvingen { lesaanwezigheid { laatsteLes } } } } } }`;
    const { answer, fetches } = await askTraced(werkcoach, query, { id });
    expect(answer.data.nieuwkomer.inschrijvingen.length).toBeGreaterThan(0);
    const expected = answer.data.nieuwkomer.inschrijvingen.flatMap((_: object, index: number) => [
      `nieuwkomer.inschrijvingen.${index}.lesaanwezigheid`,
      ...answer.data.nieuwkomer.inschrijvingen.map(
        (__: object, inner: number) =>
          `nieuwkomer.inschrijvingen.${index}.nieuwkomer.inschrijvingen.${inner}.lesaanwezigheid`,
      ),
    ]);
    expect([...placesOf(answer)].sort()).toEqual([...expected].sort());
    expect(askedOf({ answer, fetches })).not.toContain("lesaanwezigheid");
  });
});

describe("A10 @include and @skip", () => {
  const cases: readonly (readonly [string, object, boolean])[] = [
    [
      "query ($id: ID!, $v: Boolean!) { nieuwkomer(id: $id) { id bsn @include(if: $v) } }",
      { v: false },
      false,
    ],
    ["query ($id: ID!, $v: Boolean!) { nieuwkomer(id: $id) { id bsn @include(if: $v) } }", { v: true }, true],
    ["query ($id: ID!, $v: Boolean = true) { nieuwkomer(id: $id) { id bsn @include(if: $v) } }", {}, true],
    ["query ($id: ID!, $v: Boolean = false) { nieuwkomer(id: $id) { id bsn @include(if: $v) } }", {}, false],
    ["query ($id: ID!, $v: Boolean!) { nieuwkomer(id: $id) { id bsn @skip(if: $v) } }", { v: true }, false],
    ["query ($id: ID!, $v: Boolean!) { nieuwkomer(id: $id) { id bsn @skip(if: $v) } }", { v: false }, true],
    [
      "query ($id: ID!, $v: Boolean!) { nieuwkomer(id: $id) { id bsn @skip(if: $v) @include(if: $v) } }",
      { v: true },
      false,
    ],
    [
      "query ($id: ID!, $v: Boolean!) { nieuwkomer(id: $id) { id ... @include(if: $v) { ...F } } } fragment F on Nieuwkomer { bsn }",
      { v: false },
      false,
    ],
    [
      "query ($id: ID!, $v: Boolean!) { nieuwkomer(id: $id) { id ...F @skip(if: $v) } } fragment F on Nieuwkomer { bsn }",
      { v: false },
      true,
    ],
  ];

  it.each(cases)(
    "A10 leaves a field out in silence or refuses it: %s with %j",
    async (query, variables, isRefused) => {
      const traced = await askTraced(begeleider, query, { id, ...variables });
      expect(placesOf(traced.answer)).toEqual(isRefused ? ["nieuwkomer.bsn"] : []);
      expect(traced.answer.data.nieuwkomer).toEqual({ id, ...(isRefused ? { bsn: null } : {}) });
      expect(askedOf(traced)).not.toMatch(/\bbsn\b/);
    },
  );
});
