import { describe, expect, it } from "vitest";
import { chooseOperation, noOperations, type Operations } from "./choose-operation.ts";
import { idOf } from "./registered-operations.ts";

const own = "query Naam { nieuwkomers(first: 1) { totalCount } }";
const other = "query Taal { nieuwkomers(first: 2) { totalCount } }";
const registered = new Map([
  ["wpda", new Map([[idOf(own), own]])],
  ["roc", new Map([[idOf(other), other]])],
]);
const modes = (["open", "safelist"] as const).map((mode): Operations => ({ mode, registered }));
const [open, safelist] = modes as [Operations, Operations];
const byId = (text: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: idOf(text) } },
});
const choose = (operations: Operations, body: unknown, partij = "wpda") => {
  try {
    return chooseOperation(operations, partij, body);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("an operation that the caller's partij registered", () => {
  it.each(modes)("is asked by its id, in each of the ways in which clients send it: $mode", (operations) => {
    expect(choose(operations, byId(own))).toBe(own);
    expect(choose(operations, { documentId: idOf(own) })).toBe(own);
    expect(choose(operations, { documentId: `sha256:${idOf(own).toUpperCase()}` })).toBe(own);
    expect(choose(operations, { query: own, ...byId(own) })).toBe(own);
    expect(choose(operations, { query: null, ...byId(own) })).toBe(own);
  });

  it("is asked by its text as well", () => {
    expect(choose(safelist, { query: own })).toBe(own);
  });
});

describe("an id that is null", () => {
  const nothing = [
    { documentId: null },
    { extensions: { persistedQuery: { version: 1, sha256Hash: null } } },
    { documentId: null, extensions: { persistedQuery: { version: 1, sha256Hash: null } } },
  ];

  it.each(nothing)("is none: %j", (none) => {
    expect(choose(open, { query: other, ...none })).toBeUndefined();
    expect(choose(safelist, { query: own, ...none })).toBe(own);
    expect(choose(safelist, { query: other, ...none })).toBe("VRAAG_ONBEKEND");
    expect(choose(safelist, none)).toBe("VRAAG_ONBEKEND");
  });

  it.each(modes)("leaves the other one as the id: $mode", (operations) => {
    expect(choose(operations, { documentId: null, ...byId(own) })).toBe(own);
    expect(choose(operations, { documentId: idOf(own), ...nothing[1] })).toBe(own);
  });
});

describe("an operation that another partij registered", () => {
  it.each(modes)("is not known by its id: $mode", (operations) => {
    expect(choose(operations, byId(other))).toBe("VRAAG_ONBEKEND");
  });

  it("is not known by its text either, where only registered ones are answered", () => {
    expect(choose(safelist, { query: other })).toBe("VRAAG_ONBEKEND");
    expect(choose(safelist, { query: other, ...byId(other) })).toBe("VRAAG_ONBEKEND");
    expect(choose(safelist, byId(own), "gemeente")).toBe("VRAAG_ONBEKEND");
  });
});

describe("a safelist", () => {
  it.each([
    [`${own} `],
    [` ${own}`],
    [own.replace(" {", "{")],
    [`${own} # niets`],
    [own.replace("Naam", "naam")],
    [own.replace("first: 1", "first: 500")],
    ["{ __schema { types { name } } }"],
    ["{ __typename }"],
    [""],
  ])("refuses every other text: %j", (query) => {
    expect(choose(safelist, { query })).toBe("VRAAG_ONBEKEND");
  });

  it.each([
    [undefined],
    [null],
    ["text"],
    [[{ query: own }]],
    [{ query: [own] }],
    [{ query: { own } }],
    [{ documentId: 1 }],
    [{ documentId: "__proto__" }],
    [{ extensions: { persistedQuery: { sha256Hash: null } } }],
    [{ extensions: [], documentId: "" }],
    [{ ...byId(own), documentId: idOf(other) }],
    [{ ...byId(other), documentId: idOf(own) }],
  ])("refuses what is no text and no id: %j", (body) => {
    expect(choose(safelist, body)).toBe("VRAAG_ONBEKEND");
  });
});

describe("an id with another text", () => {
  it.each(modes)("is refused: $mode", (operations) => {
    expect(choose(operations, { query: other, ...byId(own) })).toBe("BAD_USER_INPUT");
    expect(choose(operations, { query: `${own} `, ...byId(own) })).toBe("BAD_USER_INPUT");
  });
});

describe("a hub that answers anything", () => {
  it("takes every text, and one with its own id as that text", () => {
    expect(choose(open, { query: other })).toBeUndefined();
    expect(choose(open, { query: other, ...byId(other) })).toBe(other);
  });

  it("leaves a request with an id as it is for who registered nothing", () => {
    expect(choose(open, byId(own), "gemeente")).toBeUndefined();
    expect(choose(noOperations, byId(own))).toBeUndefined();
  });
});
