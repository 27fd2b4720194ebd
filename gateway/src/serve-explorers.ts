import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from "fastify";
import { serveGraphiql } from "./graphiql.ts";
import { problems, sendProblem } from "./http/problem.ts";
import { pagePolicy } from "./http/security-headers.ts";

/** Serves the pages for developers: Sandbox, which the GraphQL server itself gives to a browser, and GraphiQL. */
export function serveExplorers(http: FastifyInstance, handler: RouteHandlerMethod): void {
  http.get("/graphql", { preHandler: onlyLandingPage }, handler);
  serveGraphiql(http);
}

// Private: a query in a URL would put what is asked into every log on the way.
async function onlyLandingPage({ query }: FastifyRequest, reply: FastifyReply) {
  if (Object.keys(query as object).length > 0)
    return sendProblem(reply.header("allow", "POST"), problems.onlyPost);
  return void reply.header("content-security-policy", pagePolicy.sandbox);
}
