import { setTimeout as wait } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

/** How a part of the hub takes its leave of whoever sends it requests. */
interface Farewell {
  /** Whether it is leaving. */
  isLeaving(): boolean;
  /** Says so, and waits until who sends it requests had time to see it. */
  leave(): Promise<void>;
}

/**
 * A balancer learns from `/readyz` that a part leaves, and goes on sending requests until it has looked. Those are answered, with the
 * word that their connection ends, so that nothing arrives at a door that has just closed.
 */
export function createFarewell(http: FastifyInstance, drainDelay: number): Farewell {
  let leaving = false;
  http.addHook("onSend", async (_request, reply) => {
    if (leaving) reply.header("connection", "close");
  });
  return {
    isLeaving: () => leaving,
    async leave() {
      leaving = true;
      await wait(drainDelay);
    },
  };
}
