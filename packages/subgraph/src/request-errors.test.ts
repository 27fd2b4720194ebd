import { ApolloServer } from "@apollo/server";
import { createMaskError } from "@ketenhub/errors";
import { describe, expect, it } from "vitest";

describe("what GraphQL itself says of a request", () => {
  const reported: unknown[] = [];
  const server = new ApolloServer({
    typeDefs: `input Filter { regime: String!  gemeente: Int }
      type Query { lijst(filter: Filter, first: Int!): String  getal: Int  keuze: Keuze }
      enum Keuze { EEN TWEE }`,
    resolvers: { Query: { getal: () => "999990019x", keuze: () => "999990019" } },
    formatError: createMaskError((_reference, error) => reported.push(error)),
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
  });
  const ask = async (query: string, variables: Record<string, unknown> = {}) => {
    const { body } = await server.executeOperation({ query, variables });
    return body.kind === "single" ? (body.singleResult.errors ?? []) : [];
  };

  it("repeats of a variable what the caller sent, and nothing more", async () => {
    const [error] = await ask("query ($f: Int!) { lijst(first: $f) }", { f: "mijn eigen tekst" });
    expect(error).toMatchObject({
      message:
        'Variable "$f" got invalid value "mijn eigen tekst"; Int cannot represent non-integer value: "mijn eigen tekst"',
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  it.each<[string, string, object, string]>([
    ["a variable that is missing", "query ($f: Int!) { lijst(first: $f) }", {}, "BAD_USER_INPUT"],
    [
      "an input field that is missing",
      "query ($f: Filter) { lijst(first: 1, filter: $f) }",
      { f: {} },
      "BAD_USER_INPUT",
    ],
    ["a literal of another type", `{ lijst(first: "x") }`, {}, "GRAPHQL_VALIDATION_FAILED"],
    ["a field that does not exist", "{ lijstt }", {}, "GRAPHQL_VALIDATION_FAILED"],
    ["something that is no query", "{ lijst", {}, "GRAPHQL_PARSE_FAILED"],
    [
      "two operations without a name",
      "query A { getal } query B { getal }",
      {},
      "OPERATION_RESOLUTION_FAILURE",
    ],
  ])("passes: %s", async (_what, query, variables, code) => {
    const [error] = await ask(query, { ...variables });
    expect(error?.extensions?.["code"]).toBe(code);
    expect(error?.message).not.toContain("Did you mean");
  });

  it("is masked when it is about a value of ours that does not fit its type", async () => {
    for (const error of await ask("{ getal keuze }")) {
      expect(error.extensions?.["code"]).toBe("INTERNAL_SERVER_ERROR");
      expect(JSON.stringify(error)).not.toContain("999990019");
    }
    expect(reported).toHaveLength(2);
  });
});
