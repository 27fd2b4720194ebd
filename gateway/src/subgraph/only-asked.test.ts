import { describe, expect, it } from "vitest";
import { onlyAsked } from "./only-asked.ts";

const entities =
  "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Nieuwkomer { __typename x: inschrijvingen { soort } ... { pvt { id } } } } }";
const only = (data: unknown, query = entities) => onlyAsked(query, JSON.parse(JSON.stringify(data)));

describe("what a subgraph answered", () => {
  it("is kept when it was asked, in the order in which it came", () => {
    const data = {
      _entities: [{ pvt: { id: 1 }, __typename: "Nieuwkomer", x: [{ soort: "A" }, null] }, null],
    };
    expect(JSON.stringify(only(data))).toBe(JSON.stringify(data));
  });

  it("is left out when it was not, at any depth", () => {
    const data = {
      _entities: [
        { id: "ander", naam: { geslachtsnaam: "x" }, x: [{ soort: "A", bsn: "1" }], pvt: { id: 1, y: 2 } },
      ],
      extra: 1,
    };
    expect(only(data)).toEqual({ _entities: [{ x: [{ soort: "A" }], pvt: { id: 1 } }] });
    expect(onlyAsked("{ a: b }", JSON.parse('{"a":1,"__proto__":{"b":1},"constructor":2}'))).toEqual({
      a: 1,
    });
  });

  it("is kept when it was asked in a fragment with a name", () => {
    const query = "{ a { ...F } } fragment F on A { b ...G } fragment G on A { c { d } }";
    const data = { a: { b: 1, c: { d: 2 } } };
    expect(only({ ...data, e: 3 }, query)).toEqual(data);
  });

  it("is nothing where parts were asked of what has none", () => {
    expect(only({ _entities: "x" })).toEqual({ _entities: null });
    expect(only({ _entities: [{ pvt: 7, x: "x" }] })).toEqual({ _entities: [{ pvt: null, x: null }] });
    expect(only(null)).toBeNull();
  });

  it("is kept as it is where no parts were asked, also of a list", () => {
    expect(onlyAsked("{ a b }", { a: ["x"], b: null })).toEqual({ a: ["x"], b: null });
  });
});
