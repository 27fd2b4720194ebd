import type { FastifyInstance } from "fastify";

/**
 * Closes the door, and answers who is inside. Whoever takes longer than an answer may take is left: nothing that could still come to
 * him would be in time.
 */
export async function drain(http: FastifyInstance, patience: number): Promise<void> {
  const cut = setTimeout(() => http.server.closeAllConnections(), patience);
  try {
    await http.close();
  } finally {
    clearTimeout(cut);
  }
}
