import type { FastifyInstance } from "fastify";

/** How something that a part of the hub depends on is doing. */
type ReadinessOf = "ready" | "unreachable";

/** Something that a part of the hub depends on. */
export interface Dependency {
  readonly naam: string;
  /** Whether the part cannot serve at all without it. */
  readonly required: boolean;
  isReady(): Promise<boolean>;
}

/** Whoever asks how a part is doing asks this often at most what it depends on, in milliseconds. */
const freshness = 1_000;

/**
 * Serves `/healthz` (the process is alive) and `/readyz` (it can serve, and how each thing is doing that it depends on). Neither says
 * anything about data, so neither asks who wants to know.
 */
export function serveHealth(
  http: FastifyInstance,
  dependencies: readonly Dependency[],
  isLeaving: () => boolean = () => false,
): void {
  const look = remembered(() => lookAt(dependencies));
  http.get("/healthz", () => ({ status: "alive" }));
  http.get("/readyz", async (_request, reply) => {
    const states = await look();
    const broken = dependencies.some(({ naam, required }) => required && states[naam] !== "ready");
    const status = isLeaving() ? "leaving" : broken ? "unready" : "ready";
    return reply.code(status === "ready" ? 200 : 503).send({ status, dependencies: states });
  });
}

// Private.
async function lookAt(dependencies: readonly Dependency[]): Promise<Readonly<Record<string, ReadinessOf>>> {
  const states = dependencies.map(async ({ naam, isReady }): Promise<[string, ReadinessOf]> => {
    const ready = await isReady().catch(() => false);
    return [naam, ready ? "ready" : "unreachable"];
  });
  return Object.fromEntries(await Promise.all(states));
}

/** Anybody may ask how it is going, and must not put work on others by asking often. */
function remembered<T>(look: () => Promise<T>): () => Promise<T> {
  let seen: Promise<T> | undefined;
  return () => {
    if (!seen) {
      seen = look();
      setTimeout(() => {
        seen = undefined;
      }, freshness).unref();
    }
    return seen;
  };
}
