import { readFile } from "node:fs/promises";
import { readCoverage } from "@ketenhub/annotations";
import { buildASTSchema, isAbstractType, isIntrospectionType, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { ask } from "../support/ask.ts";
import { doelwit } from "../support/attackers.ts";
import { bellers } from "../support/callers.ts";
import { composeSmall, linkTo } from "../support/compose-small.ts";

const gegevens = new Set(["naam", "bsn"]);
const supergraph = async () =>
  buildASTSchema(parse(await readFile(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8")), {
    assumeValidSDL: true,
  });
const refusalOf = (sdl: string) => () =>
  readCoverage(buildASTSchema(parse(sdl), { assumeValidSDL: true }), gegevens);

describe("what GraphQL calls an abstract type", () => {
  it("C11 is refused when a process starts, because rules on it would silently do nothing", () => {
    const naam = `@policy(policies: [["lezen:naam"]])`;
    const persoon = `type Nieuwkomer implements Mens ${naam} { naam: String } type Query { n: Nieuwkomer ${naam} }`;
    expect(refusalOf(`interface Mens ${naam} { naam: String } ${persoon}`)).toThrow(
      "Mens: interfaces and unions are not supported",
    );
    expect(refusalOf(`union Mens = Nieuwkomer ${persoon.replace("implements Mens", "")}`)).toThrow(
      "Mens: interfaces and unions are not supported",
    );
  });

  it("C11 is nowhere in the composed schema, so that C1 to C7 and C9 have nothing to go through", async () => {
    const abstract = Object.values((await supergraph()).getTypeMap()).filter(
      (type) => isAbstractType(type) && !isIntrospectionType(type),
    );
    expect(abstract.map(({ name }) => name)).toEqual([]);
  });

  it("C8 does not come back in the shape of an object: @interfaceObject is refused", () => {
    const { lint } = composeSmall(
      `interface Mens @key(fields: "id") { id: ID! } type Nieuwkomer implements Mens @key(fields: "id") { id: ID! }
       type Query { n: Mens }`,
      `${linkTo(`["@key", "@interfaceObject", "@policy"]`)}
       type Mens @key(fields: "id") @interfaceObject { id: ID! bsn: String @policy(policies: [["lezen:bsn"]]) }`,
    );
    expect(lint).toEqual([expect.stringContaining("b: @interfaceObject is not enforced by this hub")]);
  });
});

describe("a fragment", () => {
  it("C10 on a type that the object is not, selects nothing and tells nothing", async () => {
    for (const type of ["Gezinslid", "Query", "Mens", "_Entity"]) {
      const query = `query ($id: ID!) { nieuwkomer(id: $id) { ... on ${type} { bsn __typename } } }`;
      const { data, errors, text } = await ask(bellers.begeleider, query, { id: doelwit });
      expect(data, type).toBeUndefined();
      expect(errors[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
      expect(text).not.toMatch(/did you mean/i);
    }
  });
});
