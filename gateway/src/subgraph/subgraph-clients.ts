import type { Dependency } from "@ketenhub/service";
import type { Telemetry } from "@ketenhub/telemetry";
import type { FastifyBaseLogger } from "fastify";
import type { GatewayConfig } from "../config.ts";
import { SubgraphClient } from "./subgraph-client.ts";

/** The clients of all subgraphs of the supergraph. */
export class SubgraphClients {
  readonly #clients: ReadonlyMap<string, SubgraphClient>;

  /** Throws when it was not told where one of them is. */
  constructor(
    namen: readonly string[],
    { subgraphs, subgraphDeadline }: Pick<GatewayConfig, "subgraphs" | "subgraphDeadline">,
    telemetry: Telemetry,
    log: FastifyBaseLogger,
  ) {
    this.#clients = new Map(
      namen.map((naam) => {
        const url = subgraphs[naam];
        if (!url) throw new Error(`The gateway was not told where subgraph ${naam} is.`);
        const client = new SubgraphClient({
          naam,
          url: new URL(url),
          deadline: subgraphDeadline,
          onCircuit: (status) => {
            log.warn({ subgraph: naam, circuit: status }, "circuit");
            telemetry.circuit(naam, status);
          },
          telemetry,
        });
        telemetry.circuit(naam, "closed");
        return [naam, client];
      }),
    );
  }

  /** The client of this subgraph. Throws for one that is not in the supergraph. */
  of(naam: string): SubgraphClient {
    const client = this.#clients.get(naam);
    if (!client) throw new Error(`Subgraph ${naam} is not in the supergraph.`);
    return client;
  }

  /** A gateway with a partner down still serves the rest: that is told, but is no reason to take the gateway away. */
  get dependencies(): readonly Dependency[] {
    return [...this.#clients].map(([naam, client]) => ({
      naam,
      required: false,
      isReady: () => client.isReady(),
    }));
  }

  /** Lets open requests finish and closes the connections. */
  async close(): Promise<void> {
    await Promise.all([...this.#clients.values()].map((client) => client.close()));
  }
}
