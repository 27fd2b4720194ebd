import { createRequire } from "node:module";
import { buildSchema, GraphQLSchema, graphql } from "graphql";
import { describe, expect, it } from "vitest";
import { allow, applyMiddleware, deny, shield } from "./shield.ts";

describe("S12: graphql-shield and graphql-middleware", () => {
  it("are loaded with the one graphql that everybody uses", () => {
    const require = createRequire(import.meta.url);
    expect(require("graphql").GraphQLSchema).toBe(GraphQLSchema);
  });

  it("know each other's rules", async () => {
    const schema = applyMiddleware(
      buildSchema("type Query { open: Int  dicht: Int }"),
      shield({ Query: { open: allow, dicht: deny } }),
    );
    const rootValue = { open: 1, dicht: 2 };
    const { data, errors } = await graphql({ schema, source: "{ open dicht }", rootValue });
    expect({ ...data }).toEqual({ open: 1, dicht: null });
    expect(errors).toHaveLength(1);
  });
});
