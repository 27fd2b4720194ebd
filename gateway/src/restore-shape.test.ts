import { Geweigerd } from "@ketenhub/errors";
import { buildSchema, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from "graphql";
import { describe, expect, it } from "vitest";
import type { Audience } from "./audience.ts";
import { examineOperation } from "./examine-operation.ts";
import { restoreShape } from "./restore-shape.ts";

const schema = buildSchema(`
  type Query { a: A b: [A!] c: [A]! d: [[A!]!] }
  type A { open: String geheim: String streng: String! dieper: A hard: A! }
`);

const coverage = new Map(
  ["Query.a", "Query.b", "Query.c", "Query.d", "A.open", "A.geheim", "A.streng", "A.dieper", "A.hard"].map(
    (where) => [where, [{ actie: "lezen", gegeven: where.split(".")[1] ?? "" }] as const],
  ),
);

/** An audience to which these are refused. */
function audience(...closed: readonly string[]): Audience {
  return {
    naam: "proef",
    refusal: (asked) => {
      const found = asked.find(({ gegeven }) => closed.includes(gegeven));
      return (
        found &&
        new Geweigerd({ reden: "GEEN_ARTIKEL", gegeven: found.gegeven, doel: "proef", protocolversie: "1" })
      );
    },
  };
}

/** What becomes of an answer when `streng` and `geheim` are refused. */
function restored(query: string, answer: Record<string, unknown>, own: Record<string, unknown> = {}) {
  const document = parse(query);
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error("No operation.");
  const fragments = Object.fromEntries(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const examination = {
    annotated: { schema, coverage },
    audience: audience("streng", "geheim"),
    fragments,
    variables: {},
  };
  const { asked } = examineOperation(operation, examination);
  const { data, errors } = restoreShape(asked, answer, own);
  return {
    data: JSON.stringify(data),
    errors: errors.map(({ path, extensions }) => `${path?.join(".")} ${extensions["gegeven"]}`),
  };
}

describe("an answer from which something was left out", () => {
  it("gets null in the place and the order that was asked", () => {
    expect(restored("{ a { geheim x: geheim open } }", { a: { open: "o" } })).toEqual({
      data: '{"a":{"geheim":null,"x":null,"open":"o"}}',
      errors: ["a.geheim geheim", "a.x geheim"],
    });
  });

  it("empties the nearest place that may be empty when what is refused may not", () => {
    expect(restored("{ a { open streng } }", { a: { open: "o" } })).toEqual({
      data: '{"a":null}',
      errors: ["a.streng streng"],
    });
    expect(restored("{ a { open hard { streng } } }", { a: { open: "o", hard: {} } })).toEqual({
      data: '{"a":null}',
      errors: ["a.hard.streng streng"],
    });
    expect(restored("{ a { open dieper { streng } } }", { a: { open: "o", dieper: {} } })).toEqual({
      data: '{"a":{"open":"o","dieper":null}}',
      errors: ["a.dieper.streng streng"],
    });
  });

  it("empties a list whose items may not be empty, and only the item where they may", () => {
    expect(restored("{ b { streng } }", { b: [{}, {}] }).data).toBe('{"b":null}');
    expect(restored("{ c { streng } }", { c: [{}, null] }).data).toBe('{"c":[null,null]}');
    expect(restored("{ d { streng } }", { d: [[{}], []] }).data).toBe('{"d":null}');
  });

  it("says it at every place in a list of lists", () => {
    expect(restored("{ d { geheim } }", { d: [[{}, {}], [{}]] })).toEqual({
      data: '{"d":[[{"geheim":null},{"geheim":null}],[{"geheim":null}]]}',
      errors: ["d.0.0.geheim geheim", "d.0.1.geheim geheim", "d.1.0.geheim geheim"],
    });
  });

  it("says nothing where there is nobody", () => {
    expect(restored("{ a { geheim } b { geheim } }", { a: null, b: [] })).toEqual({
      data: '{"a":null,"b":[]}',
      errors: [],
    });
  });

  it("joins what several selections ask under one name", () => {
    const query =
      "{ a { dieper { open } } ...F } fragment F on Query { a { dieper { geheim } ... { geheim } } }";
    expect(restored(query, { a: { dieper: { open: "o" } } })).toEqual({
      data: '{"a":{"dieper":{"open":"o","geheim":null},"geheim":null}}',
      errors: ["a.dieper.geheim geheim", "a.geheim geheim"],
    });
  });

  it("does not give what nobody asked for", () => {
    expect(restored("{ a { geheim } }", { a: { __typename: "A", open: "o" } }).data).toBe(
      '{"a":{"geheim":null}}',
    );
    expect(restored("{ a { geheim @skip(if: true) } }", { a: { __typename: "A" } }).data).toBe('{"a":{}}');
  });

  it("keeps a name that means something to the language a name", () => {
    expect(
      restored("{ a { __proto__: open constructor: geheim } }", JSON.parse('{"a":{"__proto__":"o"}}')),
    ).toEqual({
      data: '{"a":{"__proto__":"o","constructor":null}}',
      errors: ["a.constructor geheim"],
    });
  });

  it("puts in its own answers", () => {
    const own = { __schema: { types: [] } };
    expect(restored("{ a { open } __schema { types { name } } }", { a: { open: "o" } }, own).data).toBe(
      '{"a":{"open":"o"},"__schema":{"types":[]}}',
    );
  });

  it("is examined once for a fragment that is spread two to the power of thirty times", () => {
    const fragments = Array.from(
      { length: 30 },
      (_, index) => `fragment F${index} on A { ...F${index + 1} ...F${index + 1} }`,
    );
    const query = `{ a { ...F0 } } ${fragments.join(" ")} fragment F30 on A { geheim }`;
    expect(restored(query, { a: {} }).errors).toEqual(["a.geheim geheim"]);
  });
});
