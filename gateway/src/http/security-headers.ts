import type { FastifyInstance } from "fastify";

/**
 * What every answer says, also a refusal: that no browser renders, keeps, guesses about or embeds it. That all of it goes over TLS is
 * said by whatever ends TLS in front of the gateway, for only that knows whether it does.
 */
export const always = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

/** Gives every answer of a server these headers, before anything else can go wrong with its request. */
export function addSecurityHeaders(http: FastifyInstance): void {
  http.addHook("onRequest", async (_request, reply) => {
    reply.headers(always);
  });
}

/** What the pages for developers may do beyond that. */
export const pagePolicy = {
  /** GraphiQL: one module with its workers, styles and fonts, all in the page itself, that asks only the address it came from. */
  graphiql:
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob: data:; worker-src blob: data:; style-src 'unsafe-inline'; " +
    "font-src data:; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  /** Sandbox, which names in its own page what it loads from its maker. */
  sandbox: "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;
