import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CompiledProtocol } from "@ketenhub/protocol";
import { readProtocolFile } from "@ketenhub/protocol-file";
import { startHub } from "@ketenhub/start";
import { type Answer, ask } from "./ask.ts";
import { type Beller, tokenFor } from "./callers.ts";
import { hubConfig } from "./hub-setup.ts";

/** A hub with a clock that a test sets, under a version of the protocol that a test chooses. */
export interface OwnHub {
  /** From now on it is this moment, at the gateway and at every bronhouder. */
  setClock(moment: string): void;
  /** From now on this version is in force; the agreed one unless told otherwise. */
  setProtocol(protocol?: CompiledProtocol): void;
  ask(beller: Beller, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  stop(): Promise<void>;
}

/** How long such a hub may take to start. */
export const startTimeout = 180_000;

/**
 * Starts a hub with embedded databases of its own, filled on the day of this moment, that knows these versions beside the agreed
 * one. Its clock stands still until it is set: what is asked a second later is asked at the same moment.
 */
export async function startOwnHub(moment: string, ...versies: readonly CompiledProtocol[]): Promise<OwnHub> {
  const agreed = await readProtocolFile();
  let clock = new Date(moment);
  let inForce = agreed;
  const now = () => clock;
  const directory = await mkdtemp(join(tmpdir(), "ketenhub-klok-"));
  const hub = await startHub(hubConfig(directory), {
    now,
    protocollen: { alle: [agreed, ...versies], op: () => inForce },
  });
  return {
    setClock(later) {
      clock = new Date(later);
    },
    setProtocol(protocol = agreed) {
      inForce = protocol;
    },
    async ask(beller, query, variables = {}) {
      return ask(beller, query, variables, {
        url: hub.url,
        token: await tokenFor(beller, {}, directory, now),
      });
    },
    async stop() {
      await hub.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
