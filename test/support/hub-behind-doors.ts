import { performance } from "node:perf_hooks";
import type { GatewayConfig } from "@ketenhub/gateway";
import { inject } from "vitest";
import { type Answer, ask } from "./ask.ts";
import type { Beller } from "./callers.ts";
import { type FailingDoor, openFailingDoor } from "./failing-door.ts";
import { startGatewayBefore } from "./start-gateway-before.ts";

/** An answer, and how long it took in milliseconds. */
interface TimedAnswer extends Answer {
  readonly took: number;
}

/** The hub of the e2e tests through a gateway of its own, with a door before each subgraph that can be made to fail. */
export interface HubBehindDoors {
  readonly url: string;
  readonly deuren: Readonly<Record<string, FailingDoor>>;
  ask(beller: Beller, query: string, variables?: Readonly<Record<string, unknown>>): Promise<TimedAnswer>;
  stop(): Promise<void>;
}

/** Opens the doors and starts the gateway before them. */
export async function startHubBehindDoors(config: Partial<GatewayConfig>): Promise<HubBehindDoors> {
  const { subgraphs, directory } = inject("hub");
  const opened = Object.entries(subgraphs).map(
    async ([naam, url]) => [naam, await openFailingDoor(url)] as const,
  );
  const deuren = Object.fromEntries(await Promise.all(opened));
  const urls = Object.fromEntries(Object.entries(deuren).map(([naam, { url }]) => [naam, url]));
  const { url, stop } = await startGatewayBefore(urls, directory, config);
  return {
    url,
    deuren,
    async ask(beller, query, variables = {}) {
      const before = performance.now();
      const answer = await ask(beller, query, variables, { url });
      return { ...answer, took: performance.now() - before };
    },
    async stop() {
      // What a door holds back is not waited for.
      await Promise.all(Object.values(deuren).map((deur) => deur.stop()));
      await stop();
    },
  };
}
