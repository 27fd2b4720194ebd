import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from "fastify";
import { serveGraphiql } from "./graphiql.ts";

/** Serves the pages for developers: Sandbox, which the GraphQL server itself gives to a browser, and GraphiQL. */
export function serveExplorers(http: FastifyInstance, handler: RouteHandlerMethod): void {
  http.get("/graphql", { preHandler: onlyLandingPage }, handler);
  serveGraphiql(http);
}

// Private: a query in a URL would put what is asked into every log on the way.
async function onlyLandingPage({ query }: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (Object.keys(query as object).length === 0) return;
  await reply.code(405).header("allow", "POST").type("application/problem+json").send({
    status: 405,
    title: "Stel vragen met POST",
    detail: "Een vraag hoort in de body, niet in het adres.",
  });
}
