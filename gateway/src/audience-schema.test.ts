import { readCoverage } from "@ketenhub/annotations";
import { Geweigerd } from "@ketenhub/errors";
import { buildSchema, parse, print } from "graphql";
import { describe, expect, it } from "vitest";
import { audienceSchema } from "./audience-schema.ts";

const directives = `
  directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION | OBJECT
  directive @tag(name: String!) repeatable on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
`;
const sdl = `
  type Query {
    "Iemand."
    persoon(id: ID!, taal: Taal @tag(name: "lezen/taal")): Persoon @policy(policies: [["lezen:persoon"]])
    zoek(filter: Filter!): Persoon @policy(policies: [["lezen:persoon"]])
    tel(strikt: Strikt!): Int @policy(policies: [["lezen:persoon"]])
  }
  type Persoon @policy(policies: [["lezen:persoon"]]) {
    naam: String
    "Wat iemand krijgt."
    uitkering: Uitkering @policy(policies: [["lezen:uitkering"]])
    taal: Taal @policy(policies: [["lezen:taal"]])
  }
  type Uitkering @policy(policies: [["lezen:uitkering"]]) { soort: Soort terug: Persoon }
  enum Soort { BIJSTAND }
  enum Taal { NL }
  input Filter { naam: String @tag(name: "lezen/persoon") uitkering: Soort @tag(name: "lezen/uitkering") }
  input Strikt { naam: String! @tag(name: "lezen/naam") genest: Genest }
  input Genest { naam: String @tag(name: "lezen/naam") }
`;
const gegevens = new Set(["persoon", "uitkering", "taal", "naam"]);
const schema = buildSchema(`${directives}${sdl}`);
const annotated = { schema, coverage: readCoverage(schema, gegevens) };
const api = parse(sdl.replace(/@(policy|tag)\([^)]*\)/g, ""), { noLocation: true });

/** The schema for whom these are closed. */
function seen(...closed: readonly string[]): string {
  const audience = {
    naam: "proef",
    refusal: (asked: readonly { gegeven: string }[]) => {
      const found = asked.find(({ gegeven }) => closed.includes(gegeven));
      const { gegeven } = found ?? { gegeven: "" };
      return found && new Geweigerd({ reden: "GEEN_ARTIKEL", gegeven, doel: "d", protocolversie: "1" });
    },
  };
  return print(audienceSchema(api, annotated, audience));
}

describe("the schema of an audience", () => {
  it("is whole when nothing is closed", () => {
    expect(seen()).toBe(print(api));
  });

  it("has no field, input, type, enum or description of what is closed", () => {
    const text = seen("uitkering");
    expect(text).not.toMatch(/uitkering|soort|bijstand|krijgt/i);
    expect(text).toContain("zoek(filter: Filter!)");
    expect(text).toContain("input Filter {\n  naam: String\n}");
  });

  it("has no argument of what is closed, and keeps the field when it can do without", () => {
    const text = seen("taal");
    expect(text).toContain("persoon(id: ID!): Persoon");
    expect(text).not.toContain("Taal");
  });

  it("has no field that cannot be asked without what is closed", () => {
    const text = seen("naam");
    expect(text).not.toMatch(/tel\(|Strikt|Genest/);
    expect(text).toContain("zoek(");
  });

  it("has nothing left when everything is closed", () => {
    expect(seen(...gegevens)).toBe("");
  });
});
