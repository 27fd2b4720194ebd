import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import { BronhouderOnbereikbaar } from "@ketenhub/errors";
import type { GraphQLFormattedError } from "graphql";
import { Pool } from "undici";
import type { GatewayContext } from "./caller-context.ts";
import { onlyAsked } from "./only-asked.ts";
import { representationsFor } from "./representations.ts";
import { requestedPaths } from "./requested-paths.ts";

interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

interface SubgraphQuestion {
  readonly query: string;
  readonly variables: unknown;
  readonly operationName: unknown;
}

interface Refusal {
  readonly refusal: GraphQLFormattedError;
}

/**
 * Speaks with one subgraph over connections that stay open. Passes on the caller's own token and doel, and nothing else that the
 * caller sent: the gateway adds no trust of its own. When the subgraph fails, the rest of the answer stands and every field it
 * should have given says so.
 */
export class SubgraphClient implements GraphQLDataSource<GatewayContext> {
  readonly #naam: string;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #readiness: string;

  constructor(naam: string, url: URL, deadline: number) {
    this.#naam = naam;
    this.#path = url.pathname;
    this.#readiness = new URL("readyz", url).pathname;
    this.#pool = new Pool(url.origin, {
      connections: 64,
      keepAliveTimeout: 30_000,
      connectTimeout: deadline,
      headersTimeout: deadline,
      bodyTimeout: deadline,
    });
  }

  /** Whether the subgraph says that it can serve. */
  async isReady(): Promise<boolean> {
    const { statusCode, body } = await this.#pool.request({ method: "GET", path: this.#readiness });
    await body.dump();
    return statusCode === 200;
  }

  /** Lets open requests finish and closes the connections. */
  close(): Promise<void> {
    return this.#pool.close();
  }

  // The gateway wants mutable node-fetch types for what is plain JSON; hence the casts on the way out.
  async process(options: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<never> {
    const { query = "", operationName } = options.request;
    const { variables } = options.request;
    const representations: unknown = variables?.["representations"];
    const everywhere = (error: GraphQLFormattedError) => ({
      data: null,
      errors: requestedPaths(query, representations).map((path) => ({ ...error, path })),
    });
    try {
      const travelling = Array.isArray(representations)
        ? { ...variables, representations: representationsFor(this.#naam, representations) }
        : variables;
      const question = { query, variables: travelling, operationName };
      const answer = await this.#send(question, options.context as GatewayContext);
      return ("refusal" in answer ? everywhere(answer.refusal) : answer) as never;
    } catch (cause) {
      const { message, extensions } = new BronhouderOnbereikbaar(this.#naam, cause);
      return everywhere({ message, extensions }) as never;
    }
  }

  async #send(body: SubgraphQuestion, { forward }: GatewayContext): Promise<SubgraphAnswer | Refusal> {
    const { statusCode, body: answer } = await this.#pool.request({
      method: "POST",
      path: this.#path,
      headers: { ...forward, "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    const parsed: unknown = await answer.json();
    if (!isAnswer(parsed)) throw new Error(`${this.#naam} answered with HTTP ${statusCode} and no answer.`);
    const [first] = parsed.errors ?? [];
    // Refused as a whole, before anything was executed: input of a wrong form, or a token that expired under way.
    if (statusCode >= 400 && statusCode < 500 && first) return { refusal: first };
    if (statusCode !== 200) throw new Error(`${this.#naam} answered with HTTP ${statusCode}.`);
    // Extensions of a subgraph are its own affair and are not passed on.
    return {
      ...(parsed.data === undefined
        ? {}
        : { data: onlyAsked(body.query, parsed.data) as Record<string, unknown> | null }),
      ...(parsed.errors ? { errors: parsed.errors } : {}),
    };
  }
}

// Private.
function isAnswer(value: unknown): value is SubgraphAnswer {
  return typeof value === "object" && value !== null && ("data" in value || "errors" in value);
}
