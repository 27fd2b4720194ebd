import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { noReservedKeys, reservedKeysOf } from "./reserved-keys.ts";
import { readSupergraph } from "./supergraph.ts";

const schema = buildSchema("type Query { id: ID toegang: String bsn: String naam: Query }");
const reserved = reservedKeysOf(await readSupergraph());
const problems = (query: string) =>
  validate(schema, parse(query), [noReservedKeys(reserved)]).map(({ message }) => message);

describe("a reserved name", () => {
  it("is each key, each requirement and each hidden field of the supergraph", () => {
    expect([...reserved].sort()).toEqual(["__typename", "_entities", "id", "toegang"]);
  });

  it.each(["toegang", "id", "__typename", "_entities"])("cannot be given to another field: %s", (name) => {
    const message = `De naam ${name} is voorbehouden: kies een andere alias.`;
    expect(problems(`{ ${name}: bsn }`)).toEqual([message]);
    expect(problems(`{ naam { ...F } } fragment F on Query { ... on Query { ${name}: bsn } }`)).toEqual([
      message,
    ]);
  });

  it("can be asked for as itself, and any other alias is free", () => {
    expect(problems("{ id __typename naam { id: id } nummer: bsn _id: bsn Toegang: bsn }")).toEqual([]);
  });
});
