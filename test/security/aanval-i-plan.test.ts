import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { describe, expect, it } from "vitest";
import { composeSmall } from "../support/compose-small.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const every = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");

/** Three bronhouders that can each give everything: each field doubles, and worse, the ways to get all of it. */
function threeWaysTo(count: number): string {
  const sdl = `type Query { p: P @shareable }
    type P @key(fields: "id") { id: ID! ${every(count, (index) => `f${index}: T${index} @shareable`)} }
    ${every(count, (index) => `type T${index} @shareable { a: Int b: Int }`)}`;
  const { supergraphSdl, errors } = composeSmall(sdl, sdl, sdl);
  if (!supergraphSdl) throw new Error(errors.join(", "));
  return supergraphSdl;
}

describe("a plan", () => {
  it("I3 is made in bounded time, however many bronhouders can give each field", async () => {
    const count = 100;
    const asked: string[] = [];
    const server = new ApolloServer({
      gateway: new ApolloGateway({
        supergraphSdl: threeWaysTo(count),
        logger: silent,
        buildService: ({ name }) => ({
          process: async () => {
            asked.push(name);
            return { data: { p: null } };
          },
        }),
      }),
      stopOnTerminationSignals: false,
    });
    await server.start();
    try {
      const start = performance.now();
      const { body } = await server.executeOperation({
        query: `{ p { ${every(count, (index) => `f${index} { a b }`)} } }`,
      });
      // 3¹⁰⁰ plans would take for ever; the library looks at no more than ten thousand, in a fraction of a second.
      expect(performance.now() - start).toBeLessThan(15_000);
      expect(body).toMatchObject({ singleResult: { data: { p: null } } });
      expect(asked).toHaveLength(1);
    } finally {
      await server.stop();
    }
  });
});
