import { buildSchema, type GraphQLObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { contextOf } from "../test/proef.ts";
import { givesObjects, withFacts } from "./facts-first.ts";

const naam = { actie: "lezen", gegeven: "naam" } as const;

describe("a list about several persons", () => {
  it.each([
    ["objects", [{ nieuwkomerId: "an" }, { nieuwkomerId: "bo" }]],
    ["edges", [{ node: { nieuwkomerId: "an" } }, { node: { nieuwkomerId: "bo" } }]],
    [
      "objects, of which one is missing",
      [null, undefined, "an", { nieuwkomerId: "an" }, { nieuwkomerId: "bo" }],
    ],
  ])(
    "is given when what is known of each of them is there, asked once and together: %s",
    async (_what, list) => {
      const { beslisser, spoor } = contextOf();
      const given = withFacts(list, beslisser);
      expect(given).toBeInstanceOf(Promise);
      expect(await given).toBe(list);
      expect(spoor.geladen).toEqual(["an", "bo"]);
      expect(beslisser.verantwoordDirect([naam], "an")).toBe(true);
      // Known by now: the same list is given at once.
      expect(withFacts(list, beslisser)).toBe(list);
    },
  );

  it("may be promised first", async () => {
    const { beslisser, spoor } = contextOf();
    const list = [{ nieuwkomerId: "an" }];
    expect(await withFacts(Promise.resolve(list), beslisser)).toBe(list);
    expect(spoor.geladen).toEqual(["an"]);
  });

  it("may hold promises, and what is broken among them stays broken in its own place", async () => {
    const { beslisser, spoor } = contextOf();
    const broken = Promise.reject(new Error("broken"));
    const list = [Promise.resolve({ nieuwkomerId: "an" }), broken, null, { nieuwkomerId: "bo" }];
    expect(await withFacts(list, beslisser)).toEqual([
      { nieuwkomerId: "an" },
      broken,
      null,
      { nieuwkomerId: "bo" },
    ]);
    await expect(broken).rejects.toThrow("broken");
    expect(spoor.geladen).toEqual(["an", "bo"]);
  });

  it("is given all the same when nothing can be known: each field then hears why not", async () => {
    const { beslisser } = contextOf(() => Promise.reject(new Error("down")));
    const list = [{ nieuwkomerId: "an" }];
    expect(await withFacts(list, beslisser)).toBe(list);
    await expect(beslisser.mag(naam, "an")).rejects.toThrow("down");
  });

  it("is given at once when it is about nobody, and so is what is no list", () => {
    const { beslisser, spoor } = contextOf();
    for (const value of [[], [{ aantal: 1 }], { nieuwkomerId: "an" }, null, "an"]) {
      expect(withFacts(value, beslisser)).toBe(value);
    }
    expect(spoor.geladen).toEqual([]);
  });
});

describe("a field that gives several objects", () => {
  const schema = buildSchema(`
    type Rij { id: ID }
    union Iets = Rij
    enum Soort { A }
    type Query { rij: Rij rijen: [Rij] alle: [Rij!]! iets: Iets entiteiten: [Iets]! soort: Soort soorten: [Soort!]! namen: [String] }`);

  it("is a list of objects or of a union of them, and no single one and no list of values", () => {
    const fields = Object.values((schema.getType("Query") as GraphQLObjectType).getFields());
    expect(fields.filter(givesObjects).map(({ name }) => name)).toEqual(["rijen", "alle", "entiteiten"]);
  });
});
