import type { FastifyInstance } from "fastify";
import { firstHeaders, firstQuestion } from "./first-question.ts";
import { pagePolicy } from "./http/security-headers.ts";

/**
 * Serves GraphiQL from this machine, so that developers can explore without the internet (Sandbox is loaded from its maker's
 * servers). The page is 9 MB of script in one module, so it is read when somebody first asks for it.
 */
export function serveGraphiql(http: FastifyInstance): void {
  let page: Promise<string> | undefined;
  http.get("/graphiql", async (_request, reply) => {
    page ??= renderPage();
    return reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", pagePolicy.graphiql)
      .send(await page);
  });
}

// Private: the token stays in the tab; it is not kept in the browser.
async function renderPage(): Promise<string> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  return renderGraphiQL({
    endpoint: "/graphql",
    title: "Ketenhub",
    defaultQuery: firstQuestion,
    headers: JSON.stringify(firstHeaders, null, 2),
    shouldPersistHeaders: false,
    subscriptionsProtocol: "SSE",
  });
}
