import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";

/**
 * Lets pages of these origins, and of no other, read answers in a browser. No cookie is ever asked for: the caller is who the token
 * says, and a browser sends none by itself. Without origins nothing is said about it at all.
 */
export async function allowOrigins(http: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await http.register(cors, {
    origin: [...origins],
    methods: ["POST"],
    allowedHeaders: ["authorization", "content-type", "doel", "traceparent"],
    exposedHeaders: ["retry-after", "x-request-id"],
    credentials: false,
    maxAge: 600,
  });
}
