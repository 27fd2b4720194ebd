import { type DocumentNode, type FieldNode, parse, print, visit } from "graphql";
import { describe, expect, it } from "vitest";
import { withoutRefused } from "./without-refused.ts";

/** The nodes of the fields with these names. */
function named(document: DocumentNode, ...names: readonly string[]): ReadonlySet<FieldNode> {
  const found = new Set<FieldNode>();
  visit(document, { Field: (node) => void (names.includes(node.name.value) && found.add(node)) });
  return found;
}

const text = (document: DocumentNode) => print(document).replace(/\s+/g, " ").trim();

describe("a document without what is refused", () => {
  const document = parse("query Q($v: Boolean!) { a { x y @include(if: $v) ...F } } fragment F on A { y z }");

  it("does not name it, in no fragment and under no condition", () => {
    const { document: filtered } = withoutRefused(document, named(document, "y"));
    expect(text(filtered)).toBe("query Q($v: Boolean!) { a { x ...F } } fragment F on A { z }");
  });

  it("asks of an object without anything left only that it is there", () => {
    const { document: filtered } = withoutRefused(document, named(document, "x", "y", "z"));
    expect(text(filtered)).toBe("query Q($v: Boolean!) { a { ...F } } fragment F on A { __typename }");
  });

  it("does not ask for what is never included", () => {
    const asked = parse(
      "{ a { x @skip(if: true) ... @include(if: false) { y } ...F @skip(if: true) z @include(if: true) } }",
    );
    expect(text(withoutRefused(asked, new Set()).document)).toBe("{ a { z @include(if: true) } }");
  });

  it("leaves to the gateway what is asked about the schema", () => {
    const asked = parse(
      '{ __schema { types { name } } a { x } ...F } fragment F on Query { __type(name: "A") { name } }',
    );
    expect(text(withoutRefused(asked, new Set()).document)).toBe(
      "{ a { x } ...F } fragment F on Query { __typename }",
    );
  });

  it("has one plan for all callers to whom the same is refused, and another for any other", () => {
    const one = withoutRefused(document, named(document, "y"));
    expect(withoutRefused(document, named(document, "y"))).toBe(one);
    expect(withoutRefused(parse(print(document)), named(document, "y")).queryHash).toBeDefined();
    expect(withoutRefused(document, named(document, "x")).queryHash).not.toBe(one.queryHash);
  });

  it("has no more plans than there are different refusals, however many callers", () => {
    const fresh = parse("{ a { x y z } }");
    const refusals = [[], ["x"], ["y"], ["x", "y"]];
    const hashes = Array.from(
      { length: 400 },
      (_, caller) => withoutRefused(fresh, named(fresh, ...(refusals[caller % 4] ?? []))).queryHash,
    );
    expect(new Set(hashes).size).toBe(4);
  });

  it("refuses a document in which places cannot be told apart", () => {
    const nowhere = parse("{ a { x } }", { noLocation: true });
    expect(() => withoutRefused(nowhere, named(nowhere, "x"))).toThrow("without locations");
  });
});
